using System.Text;
using Injector.Rendering.Leases;
using Injector.Vault;

namespace Injector.Rendering.Tests.Leases;

/// <summary>The rows of the table "when data are fetched again".</summary>
public sealed class LeaseClockTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    [Theory]
    [InlineData("Row1_RenewableLease", """{"lease_id":"db/1","renewable":true,"lease_duration":3600,"data":{}}""", FetchPlanKind.Renew, 1)]
    [InlineData("Row2_RenewableToken", """{"auth":{"client_token":"t","renewable":true,"lease_duration":3600}}""", FetchPlanKind.Renew, 1)]
    [InlineData("Row2_TokenThatEnds", """{"auth":{"client_token":"t","renewable":false,"lease_duration":1000}}""", FetchPlanKind.Read, 900)]
    [InlineData("Row3_Certificate", """{"data":{"certificate":"x","expiration":1800001000}}""", FetchPlanKind.Read, 900)]
    [InlineData("Row3_ExpiredCertificate", """{"data":{"certificate":"x","expiration":1799999000}}""", FetchPlanKind.ReadWithOthers, 270)]
    [InlineData("Row4_SecretId", """{"data":{"secret_id":"x","secret_id_ttl":999}}""", FetchPlanKind.Read, 900)]
    [InlineData("Row5_StaticRole", """{"data":{"rotation_period":3600,"ttl":77}}""", FetchPlanKind.Read, 78)]
    [InlineData("Row5_StaticRoleWithSchedule", """{"data":{"rotation_schedule":"0 0 * * *","ttl":10}}""", FetchPlanKind.Read, 11)]
    [InlineData("Row6_LeaseThatEnds", """{"lease_id":"aws/1","renewable":false,"lease_duration":100000,"data":{}}""", FetchPlanKind.Read, 90000)]
    [InlineData("Row6_KvVersion1_CappedByTheInterval", """{"lease_duration":2764800,"data":{"a":"b"}}""", FetchPlanKind.ReadWithOthers, 270)]
    [InlineData("Row6_KvVersion1_WithItsOwnTtl", """{"lease_duration":100,"data":{"a":"b"}}""", FetchPlanKind.Read, 90)]
    [InlineData("Row6_TinyTtl_IsNotHammered", """{"lease_duration":0.01,"data":{"a":"b"}}""", FetchPlanKind.Read, 1)]
    [InlineData("Row7_KvVersion2", """{"data":{"data":{"a":"b"},"metadata":{"version":1,"deletion_time":""}}}""", FetchPlanKind.ReadWithOthers, 270)]
    [InlineData("Row7_KvVersion2_ThatWillBeDeleted", """{"data":{"data":{},"metadata":{"deletion_time":"2027-01-15T08:01:40Z"}}}""", FetchPlanKind.Read, 101)]
    public void Plans(string row, string body, object kind, double seconds)
    {
        var plan = new LeaseClock(new RefreshSettings(), () => 0.5).Plan(Answer(body), Now);

        Assert.True((FetchPlanKind)kind == plan.Kind, row);
        Assert.True(Math.Abs(seconds - plan.After.TotalSeconds) < 0.001, row + ": " + plan.After);
    }

    [Theory]
    [InlineData(0, 255)]
    [InlineData(0.999999, 285)]
    public void StaticInterval_LiesBetween85And95Percent(double chance, double seconds)
    {
        var plan = new LeaseClock(new RefreshSettings(), () => chance).Plan(Answer("""{"data":{}}"""), Now);

        Assert.Equal(seconds, plan.After.TotalSeconds, 0.01);
    }

    [Fact]
    public void Row8_ListIsReadExactlyAtTheInterval() =>
        Assert.Equal(TimeSpan.FromMinutes(5), new LeaseClock(new RefreshSettings(), () => 0.1).PlanList().After);

    [Fact]
    public void ThresholdThatLeavesTheRange_IsTakenPlain()
    {
        var plan = new LeaseClock(new RefreshSettings { Threshold = 0.99 }, () => 0.9).Plan(Answer("""{"data":{}}"""), Now);

        Assert.Equal(297, plan.After.TotalSeconds, 0.001);
    }

    [Fact]
    public void Row5_TtlZeroIsNoAnswerYet()
    {
        Assert.True(LeaseClock.IsDueForRotation(Answer("""{"data":{"rotation_period":60,"ttl":0}}""")));
        Assert.False(LeaseClock.IsDueForRotation(Answer("""{"data":{"rotation_period":60,"ttl":1}}""")));
        Assert.False(LeaseClock.IsDueForRotation(Answer("""{"data":{"ttl":0}}""")));
    }

    [Fact]
    public void OneRoundHasOneFactor_TheNextAnother()
    {
        var draws = new Queue<double>([0.1, 0.8]);
        var clock = new LeaseClock(new RefreshSettings(), () => draws.Dequeue());
        var answer = Answer("""{"data":{}}""");

        var first = clock.Plan(answer, Now);
        Assert.Equal(first, clock.Plan(answer, Now));
        clock.BeginRound();
        Assert.NotEqual(first, clock.Plan(answer, Now));
    }

    private static VaultAnswer Answer(string body) => VaultAnswer.Of(VaultRequest.Read("x", null), 200, Encoding.UTF8.GetBytes(body));
}
