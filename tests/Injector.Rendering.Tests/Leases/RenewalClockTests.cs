using Injector.Rendering.Leases;

namespace Injector.Rendering.Tests.Leases;

public sealed class RenewalClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void T2_RenewsAfterAbout70Percent(double chance)
    {
        var next = new RenewalClock(Hour, () => chance).AfterRenewal(Hour);

        Assert.NotNull(next);
        Assert.InRange(next.Value / Hour, 0.69, 0.74);
    }

    [Fact]
    public void T3_EndsWhenTheLeaseStopsGrowing()
    {
        var clock = new RenewalClock(Hour, () => 0.5);

        Assert.NotNull(clock.AfterRenewal(Hour));
        Assert.Null(clock.AfterRenewal(TimeSpan.FromMinutes(20)));
        Assert.Null(clock.AfterRenewal(TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void T5_PausesGrowAndNeverPassTheGrace()
    {
        var clock = new RenewalClock(Hour, () => 1);
        var left = TimeSpan.FromMinutes(20);
        var pauses = new List<TimeSpan>();

        while (clock.AfterFailure(left) is { } pause)
        {
            pauses.Add(pause);
            left -= pause;
        }

        Assert.Equal(TimeSpan.FromSeconds(10), pauses[0]);
        Assert.Equal(TimeSpan.FromSeconds(20), pauses[1]);
        Assert.True(left >= Hour * 0.2 - TimeSpan.FromSeconds(1), left.ToString());
        Assert.True(pauses.Count < 12);
    }
}
