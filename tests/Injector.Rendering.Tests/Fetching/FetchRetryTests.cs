using Injector.Rendering.Fetching;

namespace Injector.Rendering.Tests.Fetching;

public sealed class FetchRetryTests
{
    private readonly FetchRetry _retry = new();

    [Fact]
    public void PausesDoubleFromAQuarterSecondToAMinute()
    {
        var pauses = Enumerable.Range(1, 12).Select(failure => _retry.Pause(failure, FaultPersistence.Transient, TimeSpan.Zero, () => 1).TotalSeconds);

        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60], pauses);
    }

    [Fact]
    public void A17_FailureIsFinalAfterAboutFiveMinutes() => Assert.Equal(303.75, _retry.Patience.TotalSeconds);

    [Fact]
    public void BillionsOfRetries_AreACenturyAndNoLongCalculation() =>
        Assert.InRange(new FetchRetry { Attempts = int.MaxValue, Cap = TimeSpan.FromDays(300) }.Patience, TimeSpan.FromDays(36500), TimeSpan.FromDays(37500));

    [Fact]
    public void NoRetryMeansNoPatience() => Assert.Equal(TimeSpan.Zero, new FetchRetry { Attempts = -1 }.Patience);

    [Fact]
    public void RefusalsAreConfirmedOnceAndThenBackOffLonger()
    {
        var pauses = Enumerable.Range(1, 8).Select(failure => _retry.Pause(failure, FaultPersistence.Lasting, TimeSpan.Zero, () => 1).TotalSeconds);

        Assert.Equal([1, 5, 10, 20, 40, 80, 120, 120], pauses);
    }

    [Fact]
    public void PausesHaveJitter() =>
        Assert.Equal(45, _retry.Pause(12, FaultPersistence.Transient, TimeSpan.Zero, () => 0).TotalSeconds);

    [Fact]
    public void NoTwoRequestsAreCloserThan100Milliseconds() =>
        Assert.Equal(0.1, new FetchRetry { Base = TimeSpan.FromMilliseconds(1) }.Pause(1, FaultPersistence.Transient, TimeSpan.Zero, () => 0).TotalSeconds);

    [Fact]
    public void ServersWishIsObeyed() =>
        Assert.Equal(90, _retry.Pause(1, FaultPersistence.Transient, TimeSpan.FromSeconds(90), () => 0).TotalSeconds);
}
