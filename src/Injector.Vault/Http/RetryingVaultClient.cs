using Injector.Vault.Connection;
using Injector.Vault.Faults;

namespace Injector.Vault.Http;

/// <summary>
/// Repeats a failed request within its call, when <c>VAULT_MAX_RETRIES</c> asks for that. Without it nothing is repeated here: each purpose has a loop
/// of its own. Logins are never repeated here: their loop counts every failure.
/// </summary>
/// <param name="inner">Sends the requests.</param>
/// <param name="settings">How often, and the time limit of the whole call.</param>
/// <param name="time">The clock.</param>
/// <param name="chance">Numbers from 0 up to 1.</param>
public sealed class RetryingVaultClient(IVaultClient inner, VaultConnectionSettings settings, TimeProvider time, Func<double> chance) : IVaultClient
{
    /// <inheritdoc/>
    public async Task<VaultAnswer> SendAsync(VaultRequest request, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var answer = await inner.SendAsync(request, cancellationToken);
            if (attempt > settings.MaxRetries || request.Token is null || answer.Fault is not { } fault || !MayPass(fault))
            {
                return answer;
            }

            var pause = TimeSpan.FromSeconds(attempt * (1 + (chance() / 2)));
            pause = fault.RetryAfter > pause ? fault.RetryAfter.Value : pause;
            if (time.GetElapsedTime(startedAt) + pause >= settings.Timeout)
            {
                return answer;
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    // A node that was never initialised, or that serves nobody, stays so for longer than a call.
    private static bool MayPass(VaultFault fault) => fault.Status is not (472 or 473 or 501)
        && fault.Kind is VaultFaultKind.Unreachable or VaultFaultKind.NotYetConsistent or VaultFaultKind.RateLimited or VaultFaultKind.ServerError or VaultFaultKind.Unavailable;
}
