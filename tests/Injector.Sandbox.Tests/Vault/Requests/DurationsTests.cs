using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Tests.Vault.Requests;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("30", 30)]
    [InlineData("30s", 30)]
    [InlineData("1h30m", 5400)]
    [InlineData("1.5h", 5400)]
    [InlineData("2d", 172800)]
    [InlineData("500ms", 0.5)]
    public void Reads_VaultsNotations(string text, double seconds)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds);
    }

    [Theory]
    [InlineData("h")]
    [InlineData("1x")]
    [InlineData("soon")]
    [InlineData("1h 2m")]
    [InlineData("99999999999999999999")]
    public void Rejects_OtherTexts(string text) => Assert.False(Durations.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(59, "59s")]
    [InlineData(60, "1m0s")]
    [InlineData(3600, "1h0m0s")]
    [InlineData(2764800, "768h0m0s")]
    public void Prints_AsGoDoes(int seconds, string text) => Assert.Equal(text, Durations.Print(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "2026-01-02T03:04:05Z")]
    [InlineData(1_200_000, "2026-01-02T03:04:05.12Z")]
    [InlineData(1_234_567, "2026-01-02T03:04:05.1234567Z")]
    public void Prints_MomentsAsGoDoes(int ticks, string text) =>
        Assert.Equal(text, GoTime.Print(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(ticks)));
}
