using Injector.Contracts.Agent;
using Injector.Vault;
using Injector.Vault.Login;

namespace Injector.Agent.Caching;

/// <summary>Keeps one cached answer alive for as long as it can be.</summary>
internal sealed class CacheUpkeep(IVaultClient client, TimeProvider time, Func<double> chance)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <returns>A task that ends when the answer must not be given any more.</returns>
    public async Task KeepAsync(CachedAnswer answer)
    {
        var schedule = new RenewalSchedule(chance);
        for (var left = answer.Life.Duration; ;)
        {
            var step = schedule.Plan(left, renewable: true);
            var planned = time.GetTimestamp();

            // Lives may be longer than timers go: the first wait that does not fit ends with a renewal, or early.
            await Task.Delay(DurationText.Waitable(step.Pause), time, answer.End);
            if (step.Action == RenewalAction.Replace || await RenewAsync(answer, planned, step.UntilGrace) is not { } renewed)
            {
                return;
            }

            left = renewed;
        }
    }

    // Null: it cannot be renewed, or not in time.
    private async Task<TimeSpan?> RenewAsync(CachedAnswer answer, long planned, TimeSpan untilGrace)
    {
        var backoff = new Backoff(FirstPause, LongestPause, chance);
        while (true)
        {
            var sent = time.GetTimestamp();
            var renewed = await client.SendAsync(answer.Life.Renewal(answer.Token) with { Namespace = answer.Namespace }, answer.End);
            if (renewed.Fault is not { } fault)
            {
                var left = answer.Life.LeftAfter(renewed) - time.GetElapsedTime(sent);
                return left > TimeSpan.Zero ? left : null;
            }

            var pause = backoff.Next();
            if (!fault.IsTransient || time.GetElapsedTime(planned) + pause >= untilGrace)
            {
                return null;
            }

            await Task.Delay(pause, time, answer.End);
        }
    }
}
