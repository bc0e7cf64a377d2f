using System.Text;
using Injector.Rendering.Leases;
using Injector.Vault;

namespace Injector.Rendering.Tests.Leases;

/// <summary>Many agents that start at the same moment must not come back at the same moment.</summary>
public sealed class SpreadTests
{
    private const int Agents = 5000;
    private const int Buckets = 20;
    private const double GoldenRatio = 0.6180339887498949;

    private double _last;

    [Fact]
    public void RenewalsOfManyAgentsSpreadEvenly()
    {
        var hour = TimeSpan.FromHours(1);

        AssertEven([.. Enumerable.Range(0, Agents).Select(_ => (new RenewalClock(hour, Chance).AfterRenewal(hour) ?? TimeSpan.Zero).TotalSeconds)]);
    }

    [Fact]
    public void StaticReadsOfManyAgentsSpreadEvenly()
    {
        var answer = VaultAnswer.Of(VaultRequest.Read("x", null), 200, Encoding.UTF8.GetBytes("""{"data":{}}"""));

        AssertEven([.. Enumerable.Range(0, Agents).Select(_ => new LeaseClock(new RefreshSettings(), Chance).Plan(answer, DateTimeOffset.UnixEpoch).After.TotalSeconds)]);
    }

    // Even by itself: what is tested is that the clocks keep it so.
    private double Chance() => _last = (_last + GoldenRatio) % 1;

    private static void AssertEven(double[] moments)
    {
        var (first, last) = (moments.Min(), moments.Max());
        var counts = new int[Buckets];
        foreach (var moment in moments)
        {
            counts[Math.Min(Buckets - 1, (int)((moment - first) / (last - first) * Buckets))]++;
        }

        Assert.True(last - first > 25, $"all within {last - first} s");
        Assert.All(counts, count => Assert.InRange(count, Agents / Buckets / 2, Agents / Buckets * 2));
    }
}
