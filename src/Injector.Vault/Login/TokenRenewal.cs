using Injector.Contracts.Logging;
using Injector.Vault.Faults;

namespace Injector.Vault.Login;

/// <summary>Extends a token's life at the server, patiently but not beyond the point where a login has to follow.</summary>
internal sealed class TokenRenewal(IVaultClient client, KeeperSleep sleep, IEventLog log, StandingCauses causes, TimeProvider time, Func<double> chance)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <param name="token">The token.</param>
    /// <param name="age">How long it has had its present lease.</param>
    /// <param name="untilGrace">The age at which a login has to follow.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <returns>What is left of the new lease, counted from the request; null: log in.</returns>
    public async Task<TimeSpan?> RenewAsync(VaultToken token, Age age, TimeSpan untilGrace, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(FirstPause, LongestPause, chance);
        string? cause = null;
        while (true)
        {
            var underWay = new Age(time);
            var answer = await client.SendAsync(VaultRequest.RenewSelf(token.Value), cancellationToken);
            if (answer.Fault is not { } fault)
            {
                var lease = answer.Auth.Seconds("lease_duration"u8);
                causes.End(cause);
                log.Write(EventLevel.Info, TokenKeeper.Source, "renewed auth token", new EventField("ttl", TokenKeeper.Seconds(lease)));
                return lease > TimeSpan.Zero ? lease - underWay.Elapsed : null;
            }

            // Refusals do not heal by waiting: a login answers the question whether we may go on.
            if (!fault.IsTransient)
            {
                log.Write(EventLevel.Warn, TokenKeeper.Source, "token cannot be renewed", new EventField("error", fault.Summary));
                return null;
            }

            cause = fault.SharedCause;
            var pause = TokenKeeper.Longer(backoff.Next(), fault.RetryAfter);
            var left = untilGrace - age.Elapsed;
            Say(fault, new EventField("backoff", TokenKeeper.Seconds(pause)));
            if (left <= TimeSpan.Zero || await sleep.UntilAsync(pause < left ? pause : left, cancellationToken) != WakeUp.TimeIsUp)
            {
                return null;
            }
        }
    }

    // During an outage that reads have met already, this is a detail.
    private void Say(VaultFault fault, EventField backoff)
    {
        if (causes.IsDue(fault.SharedCause))
        {
            log.Write(EventLevel.Warn, TokenKeeper.Source, "error renewing token", [.. fault.ToDiagnostic().Fields(), backoff]);
        }
        else
        {
            log.Write(EventLevel.Debug, TokenKeeper.Source, "error renewing token", new EventField("error", fault.Summary), backoff);
        }
    }
}
