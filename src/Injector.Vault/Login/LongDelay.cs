namespace Injector.Vault.Login;

/// <summary>Waits longer than a timer can: tokens live for months.</summary>
internal static class LongDelay
{
    // Timers count milliseconds in 32 bits.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(20);

    public static async Task WaitAsync(TimeSpan pause, TimeProvider time, CancellationToken cancellationToken)
    {
        if (pause == Timeout.InfiniteTimeSpan)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
            return;
        }

        // The end is a point of the wall clock: a suspended machine must not sleep on after waking up.
        var end = time.GetUtcNow() + pause;
        for (var left = pause; left > TimeSpan.Zero; left = end - time.GetUtcNow())
        {
            await Task.Delay(left < LongestTimer ? left : LongestTimer, time, cancellationToken);
        }
    }
}
