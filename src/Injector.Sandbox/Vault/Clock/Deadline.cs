namespace Injector.Sandbox.Vault.Clock;

/// <summary>Calls back once a moment has come; the moment may move.</summary>
internal sealed class Deadline : IDisposable
{
    // Timers take at most 2^32-2 ms; farther moments are reached in steps.
    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(20);

    private readonly TimeProvider _time;
    private readonly Action _reached;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private DateTimeOffset? _moment;

    public Deadline(TimeProvider time, Action reached)
    {
        _time = time;
        _reached = reached;
        _timer = time.CreateTimer(static state => (state as Deadline)?.Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sets the moment; null: never.</summary>
    public void Set(DateTimeOffset? moment)
    {
        lock (_lock)
        {
            _moment = moment;
            Arm();
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Arm()
    {
        var wait = _moment is { } moment ? Min(Max(moment - _time.GetUtcNow(), TimeSpan.Zero), LongestStep) : Timeout.InfiniteTimeSpan;
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void Tick()
    {
        lock (_lock)
        {
            if (_moment is not { } moment)
            {
                return;
            }

            if (_time.GetUtcNow() < moment)
            {
                Arm();
                return;
            }

            _moment = null;
        }

        _reached();
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
