using Injector.Vault.Login;

namespace Injector.Vault.Tests.Login;

/// <summary>Three days of 5,000 agents whose tokens have the same life and were issued at the same moment, as after a rollout: the server sees no wave.</summary>
public sealed class RenewalSpreadTests
{
    private const int Agents = 5000;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private static readonly TimeSpan Later = TimeSpan.FromDays(3);

    [Fact]
    public void FirstRenewals_SpreadEvenlyOverTheirWindow()
    {
        var first = Simulate(Life).ToList();

        Assert.Equal(Agents, first.Count);
        AssertEven(first, first.Min(), first.Max(), buckets: 20);

        // A thirtieth of the token's life: two minutes.
        Assert.InRange(first.Max() - first.Min(), Life / 31, Life / 29);
    }

    [Fact]
    public void AfterThreeDays_RenewalsSpreadOverTheWholeHour()
    {
        var all = Simulate(Later).ToList();

        AssertEven([.. all.Where(moment => moment >= Later - Life)], Later - Life, Later, buckets: 30);
        Assert.InRange(all.Count, Agents * 98, Agents * 103);
    }

    [Fact]
    public void LastMoments_OfTokensThatCannotBeRenewed_SpreadEvenly()
    {
        var chance = new Random(7);
        var logins = Enumerable.Range(0, Agents).Select(_ => new RenewalSchedule(chance.NextDouble).Plan(Life, renewable: false).Pause).ToList();

        AssertEven(logins, Life * 0.8, Life * 0.9, buckets: 20);
    }

    private static IEnumerable<TimeSpan> Simulate(TimeSpan until)
    {
        var chance = new Random(42);
        for (var agent = 0; agent < Agents; agent++)
        {
            var schedule = new RenewalSchedule(chance.NextDouble);
            for (var moment = schedule.Plan(Life, renewable: true).Pause; moment < until; moment += schedule.Plan(Life, renewable: true).Pause)
            {
                yield return moment;
            }
        }
    }

    private static void AssertEven(List<TimeSpan> moments, TimeSpan from, TimeSpan until, int buckets)
    {
        var counts = new int[buckets];
        foreach (var moment in moments)
        {
            counts[Math.Clamp((int)((moment - from) / (until - from) * buckets), 0, buckets - 1)]++;
        }

        var mean = moments.Count / buckets;
        Assert.All(counts, count => Assert.InRange(count, mean * 2 / 3, mean * 3 / 2));
    }
}
