using Injector.Contracts.Logging;

namespace Injector.Vault.Login;

/// <summary>Extends a token's life at the server, patiently but not beyond the point where a login has to follow.</summary>
internal sealed class TokenRenewal(IVaultClient client, KeeperSleep sleep, IEventLog log, TimeProvider time, Func<double> chance)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly ReadOnlyMemory<byte> ServerDefaultIncrement = "{\"increment\":0}"u8.ToArray();

    /// <returns>The new lease; null: log in.</returns>
    public async Task<TimeSpan?> RenewAsync(VaultToken token, DateTimeOffset graceAt, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(FirstPause, LongestPause, chance);
        while (true)
        {
            var answer = await client.SendAsync(VaultRequest.Write("auth/token/renew-self", token.Value, ServerDefaultIncrement), cancellationToken);
            if (answer.Fault is not { } fault)
            {
                var lease = answer.Auth.Seconds("lease_duration"u8);
                log.Write(EventLevel.Info, TokenKeeper.Source, "renewed auth token", new EventField("ttl", TokenKeeper.Seconds(lease)));
                return lease > TimeSpan.Zero ? lease : null;
            }

            // Refusals do not heal by waiting: a login answers the question whether we may go on.
            if (!fault.IsTransient)
            {
                log.Write(EventLevel.Warn, TokenKeeper.Source, "token cannot be renewed", new EventField("error", fault.Summary));
                return null;
            }

            var pause = TokenKeeper.Longer(backoff.Next(), fault.RetryAfter);
            var left = graceAt - time.GetUtcNow();
            log.Write(EventLevel.Warn, TokenKeeper.Source, "error renewing token", new EventField("error", fault.Summary), new EventField("backoff", TokenKeeper.Seconds(pause)));
            if (left <= TimeSpan.Zero || await sleep.UntilAsync(pause < left ? pause : left, cancellationToken) != WakeUp.TimeIsUp)
            {
                return null;
            }
        }
    }
}
