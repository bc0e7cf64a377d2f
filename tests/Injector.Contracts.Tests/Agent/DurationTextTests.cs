using Injector.Contracts.Agent;

namespace Injector.Contracts.Tests.Agent;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("5m", 300)]
    [InlineData("1h30m", 5400)]
    [InlineData("250ms", 0.25)]
    [InlineData("1.5h", 5400)]
    [InlineData("7d", 604800)]
    [InlineData("1d12h", 129600)]
    [InlineData("90", 90)]
    [InlineData("0", 0)]
    [InlineData(" 5m ", 300)]
    public void K5_AcceptedForms(string text, double seconds)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5s")]
    [InlineData("5 m")]
    [InlineData("d")]
    [InlineData("99999999999999")]
    [InlineData("99999999d")]
    public void K5_OtherForms_AreRefused(string? text) => Assert.False(DurationText.TryParse(text, out _));

    [Fact]
    public void Waits_EndBeforeTimersDo()
    {
        Assert.Equal(DurationText.LongestWait, DurationText.OrDefault("100d", TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromDays(30), DurationText.OrDefault("30d", TimeSpan.Zero));
        Assert.True(DurationText.LongestWait.TotalMilliseconds < uint.MaxValue - 1);
    }
}
