namespace Injector.Sandbox.Pods.Life;

/// <summary>
/// The kubelet's pacing of restarts: the first one at once, then 10 s, doubled up to 5 min after the previous end; forgotten when a
/// container ran for twice the longest pause.
/// </summary>
internal sealed class RestartBackOff(TimeProvider time)
{
    public static readonly TimeSpan Initial = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private TimeSpan? _delay;
    private DateTimeOffset _restartedAt;

    /// <summary>The pause that applies to a container that ended at a moment.</summary>
    public TimeSpan Pause(DateTimeOffset endedAt)
    {
        if (_delay is not { } delay || endedAt - _restartedAt > Longest * 2)
        {
            _delay = null;
            return TimeSpan.Zero;
        }

        var left = delay - (time.GetUtcNow() - endedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>The whole pause, as messages name it.</summary>
    public TimeSpan Delay => _delay ?? TimeSpan.Zero;

    /// <summary>Says that the container is started again now.</summary>
    public void Restarted()
    {
        _delay = _delay is { } delay ? (delay * 2 < Longest ? delay * 2 : Longest) : Initial;
        _restartedAt = time.GetUtcNow();
    }
}
