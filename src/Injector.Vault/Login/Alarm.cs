namespace Injector.Vault.Login;

/// <summary>A wait by real time: for as long as tokens live, over sleeps of the machine and corrections of its clock.</summary>
internal sealed class Alarm : IDisposable
{
    // A timer stands still while the machine sleeps: at most this long after waking up is it noticed how late it is.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _rang = new();
    private readonly TimeSpan _pause;
    private readonly Age _age;
    private readonly ITimer? _timer;

    /// <param name="pause">Time from now; infinite: it never rings.</param>
    /// <param name="time">The clock.</param>
    public Alarm(TimeSpan pause, TimeProvider time)
    {
        _pause = pause;
        _age = new Age(time);
        if (pause == Timeout.InfiniteTimeSpan)
        {
            return;
        }

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
        var left = _pause - _age.Elapsed;
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
