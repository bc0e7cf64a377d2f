using Injector.Vault.Login;

namespace Injector.Vault.Tests.Login;

public sealed class RenewalScheduleTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void T2_RenewalComesAfterSeventyToSeventyFourPercent(double chance)
    {
        var step = new RenewalSchedule(() => chance).Plan(Hour, renewable: true);

        Assert.Equal(RenewalAction.Renew, step.Action);
        Assert.InRange(step.Pause / Hour, 0.69, 0.74);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.999)]
    public void T4_ReplacementComesAfterEightyToNinetyPercent(double chance)
    {
        var step = new RenewalSchedule(() => chance).Plan(Hour, renewable: false);

        Assert.Equal(RenewalAction.Replace, step.Action);
        Assert.InRange(step.Pause / Hour, 0.8, 0.9);
    }

    [Fact]
    public void T3_LeaseBelowTheGrace_IsReplacedAtOnce()
    {
        var schedule = new RenewalSchedule(() => 0.5);
        schedule.Plan(Hour, renewable: true);

        Assert.Equal(new RenewalStep(TimeSpan.Zero, RenewalAction.Replace, TimeSpan.Zero), schedule.Plan(TimeSpan.FromMinutes(8), renewable: true));
    }

    [Fact]
    public void FiveThousandAgents_SpreadTheirRenewalsEvenly()
    {
        // All start in the same second; after a day their renewals must not come in waves.
        var random = new Random(1);
        var perMinute = new int[60];
        for (var agent = 0; agent < 5000; agent++)
        {
            var schedule = new RenewalSchedule(random.NextDouble);
            var at = TimeSpan.Zero;
            while (at < TimeSpan.FromHours(48))
            {
                at += schedule.Plan(Hour, renewable: true).Pause;
                if (at >= TimeSpan.FromHours(47) && at < TimeSpan.FromHours(48))
                {
                    perMinute[(int)(at - TimeSpan.FromHours(47)).TotalMinutes]++;
                }
            }
        }

        Assert.InRange(perMinute.Max(), 1, 3 * (int)perMinute.Average());
    }

    [Fact]
    public void Backoff_DoublesUpToItsCapAndIsShortenedByAtMostAQuarter()
    {
        var longest = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), () => 0);
        var shortest = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), () => 1);

        Assert.Equal([1d, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(0, 8).Select(_ => longest.Next().TotalSeconds));
        Assert.All(Enumerable.Range(0, 20).Select(_ => shortest.Next().TotalSeconds), pause => Assert.InRange(pause, 1, 45));
    }
}
