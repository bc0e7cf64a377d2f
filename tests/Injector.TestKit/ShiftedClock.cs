namespace Injector.TestKit;

/// <summary>The system's clock, moved by a difference that a test may change; timers are the system's.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _ticks;

    /// <summary>How far the clock is ahead of the system's.</summary>
    public TimeSpan Difference
    {
        get => new(Interlocked.Read(ref _ticks));
        set => Interlocked.Exchange(ref _ticks, value.Ticks);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Difference;
}
