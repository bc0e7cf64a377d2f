namespace Injector.Rendering.Running;

/// <summary>
/// Notices that the machine slept: the monotonic clock stands still then, while leases and certificates grow older. Small differences
/// are corrections of the wall clock and mean nothing; a step back means nothing either.
/// </summary>
internal sealed class SuspensionWatch
{
    /// <summary>Differences below this are corrections of the clock.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time;
    private DateTimeOffset _wall;
    private TimeSpan _monotonic;

    public SuspensionWatch(TimeProvider time)
    {
        _time = time;
        _wall = time.GetUtcNow();
    }

    /// <summary>The time that was missed since the last call; zero: none.</summary>
    public TimeSpan Missed(TimeSpan now)
    {
        var wall = _time.GetUtcNow();
        var missed = wall - _wall - (now - _monotonic);
        _wall = wall;
        _monotonic = now;
        return missed > Tolerance ? missed : TimeSpan.Zero;
    }
}
