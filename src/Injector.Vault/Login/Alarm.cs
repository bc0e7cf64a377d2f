namespace Injector.Vault.Login;

/// <summary>A wait that can be longer than a timer allows and ends by the wall clock: tokens live for months, and machines are suspended.</summary>
internal sealed class Alarm : IDisposable
{
    // Timers count milliseconds in 32 bits.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(20);

    private readonly TaskCompletionSource _rang = new();
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _at;
    private readonly ITimer? _timer;

    /// <param name="pause">Time from now; infinite: it never rings.</param>
    /// <param name="time">The clock.</param>
    public Alarm(TimeSpan pause, TimeProvider time)
    {
        _time = time;
        if (pause == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        _at = time.GetUtcNow() + pause;
        if (pause <= TimeSpan.Zero)
        {
            _rang.SetResult();
            return;
        }

        _timer = time.CreateTimer(static state => (state as Alarm)?.Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Shortened(pause), Timeout.InfiniteTimeSpan);
    }

    public Task Rang => _rang.Task;

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        var left = _at - _time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            _rang.TrySetResult();
        }
        else
        {
            _timer?.Change(Shortened(left), Timeout.InfiniteTimeSpan);
        }
    }

    private static TimeSpan Shortened(TimeSpan pause) => pause < LongestTimer ? pause : LongestTimer;
}
