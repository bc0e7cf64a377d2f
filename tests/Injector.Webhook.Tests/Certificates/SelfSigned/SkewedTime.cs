using Microsoft.Extensions.Time.Testing;

namespace Injector.Webhook.Tests.Certificates.SelfSigned;

/// <summary>A clock that runs as another but shows a different time.</summary>
internal sealed class SkewedTime : TimeProvider
{
    private readonly FakeTimeProvider _time;
    private readonly TimeSpan _skew;

    public SkewedTime(FakeTimeProvider time, TimeSpan skew)
    {
        _time = time;
        _skew = skew;
    }

    public override long TimestampFrequency => _time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _time.GetUtcNow() + _skew;

    public override long GetTimestamp() => _time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => _time.CreateTimer(callback, state, dueTime, period);
}
