using Injector.Rendering.Tests.Fakes;

namespace Injector.Rendering.Tests.Running;

/// <summary>A life counts from the request: what an answer spends under way is gone already.</summary>
public sealed class SlowAnswerTests
{
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(20);

    private readonly FakeVault _vault = new();
    private readonly RenderingDriver _driver;

    public SlowAnswerTests() => _driver = new RenderingDriver(
        _vault, RenderingDriver.Settings(RenderingDriver.Template("a", ScriptedTemplate.Show("db/creds/app", "username"))));

    [Fact]
    public async Task LeaseThatCannotBeRenewed_IsReplacedInTimeAllTheSame()
    {
        _vault.On("db/creds/app", _ => Slowly("""{"lease_id":"l1","lease_duration":100,"renewable":false,"data":{"username":"u1"}}"""));
        await _driver.LoginAsync();

        await _driver.PassAsync(TimeSpan.FromSeconds(69));
        var before = _vault.Count("db/creds/app");
        await _driver.PassAsync(TimeSpan.FromSeconds(2));

        // At nine tenths of the life, of which the answer has used up two.
        Assert.Equal((1, 2), (before, _vault.Count("db/creds/app")));
    }

    [Fact]
    public async Task RenewedLease_IsRenewedInTimeAllTheSame()
    {
        _vault.On("db/creds/app", """{"lease_id":"l1","lease_duration":100,"renewable":true,"data":{"username":"u1"}}""");
        _vault.On("sys/leases/renew", _ => Slowly("""{"lease_id":"l1","lease_duration":100,"renewable":true}"""));
        await _driver.LoginAsync();
        await _driver.PassAsync(TimeSpan.FromSeconds(2));
        var left = _driver.Core.Table.Watches.Single().LeaseLeft(_driver.Core.Now);

        await _driver.PassAsync(TimeSpan.FromSeconds(49));
        var before = _vault.Count("sys/leases/renew");
        await _driver.PassAsync(TimeSpan.FromSeconds(5));

        Assert.InRange(left, TimeSpan.FromSeconds(78), TimeSpan.FromSeconds(80));
        Assert.Equal((1, 2), (before, _vault.Count("sys/leases/renew")));
    }

    [Fact]
    public async Task MachineThatSleptWhileAnAnswerWasUnderWay_CountsTheSleep()
    {
        _vault.On("db/creds/app", _ =>
        {
            // Only the wall clock goes on, and something else wakes the engine first.
            _driver.Time.ShiftWallClock(TimeSpan.FromSeconds(80));
            _driver.Core.Work();
            return (200, """{"lease_id":"l1","lease_duration":100,"renewable":false,"data":{"username":"u1"}}""");
        });
        await _driver.LoginAsync();

        await _driver.PassAsync(TimeSpan.FromSeconds(9));
        var before = _vault.Count("db/creds/app");
        await _driver.PassAsync(TimeSpan.FromSeconds(2));

        Assert.Equal((1, 2), (before, _vault.Count("db/creds/app")));
    }

    [Fact]
    public async Task LifeThatIsOverOnArrival_CostsARequestASecondAtMost()
    {
        _vault.On("db/creds/app", _ => Slowly("""{"lease_id":"l1","lease_duration":10,"renewable":false,"data":{"username":"u1"}}"""));
        await _driver.LoginAsync();
        var requests = _vault.Count("db/creds/app");

        await _driver.PassAsync(TimeSpan.FromMilliseconds(999));

        Assert.Equal(requests, _vault.Count("db/creds/app"));
    }

    private (int Status, string Body) Slowly(string body)
    {
        _driver.Time.Advance(Slowness);
        return (200, body);
    }
}
