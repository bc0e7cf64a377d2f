using Microsoft.Extensions.Time.Testing;

namespace Injector.TestKit;

/// <summary>
/// Fake time with two clocks, as a machine has them: the wall clock may be corrected, and it alone goes on while the machine sleeps. The monotonic clock
/// and the timers know only of <see cref="FakeTimeProvider.Advance"/>.
/// </summary>
/// <param name="start">What the wall clock shows at first.</param>
public sealed class MachineTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private long _difference;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _difference));

    /// <inheritdoc/>
    /// <remarks>The base class derives it from <see cref="GetUtcNow"/>, which is the very thing to avoid.</remarks>
    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Moves the wall clock alone: forward for a sleep or a correction, back for a correction.</summary>
    public void ShiftWallClock(TimeSpan difference) => Interlocked.Add(ref _difference, difference.Ticks);
}
