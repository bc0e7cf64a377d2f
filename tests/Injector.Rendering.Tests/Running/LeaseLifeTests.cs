using System.Globalization;
using Injector.Rendering.Tests.Fakes;

namespace Injector.Rendering.Tests.Running;

/// <summary>Leases over a simulated week against a server that ends them.</summary>
public sealed class LeaseLifeTests
{
    private static readonly TimeSpan Ttl = TimeSpan.FromHours(1);
    private static readonly TimeSpan MaxTtl = TimeSpan.FromHours(24);

    private readonly FakeVault _vault = new();
    private readonly List<(TimeSpan From, TimeSpan Until)> _leases = [];
    private readonly RenderingDriver _driver;

    public LeaseLifeTests()
    {
        _driver = new RenderingDriver(_vault, RenderingDriver.Settings(
            RenderingDriver.Template("a", ScriptedTemplate.Show("db/creds/app", "username")),
            RenderingDriver.Template("b", ScriptedTemplate.Show("db/creds/app", "username"))));
        _vault.On("db/creds/app", _ => Issue());
        _vault.On("sys/leases/renew", request => Renew(request));
    }

    [Fact]
    public async Task Week_OneLeaseAtATime_NeverDead_NeverIssuedTwice()
    {
        await _driver.LoginAsync();
        for (var hour = 0; hour < 7 * 24; hour++)
        {
            await _driver.PassAsync(TimeSpan.FromHours(1));
            Assert.Equal($"u{_leases.Count}", _driver.Read("a"));
            Assert.Equal($"u{_leases.Count}", _driver.Read("b"));
            Assert.True(_leases[^1].Until > _driver.Core.Now, $"dead lease in hour {hour}");
        }

        // The largest life is a day; each lease is used for nearly all of it.
        Assert.InRange(_leases.Count, 7, 8);
        Assert.Equal(_leases.Count, _vault.Count("db/creds/app"));
        Assert.InRange(_vault.Count("sys/leases/renew"), 7 * 24, 7 * 24 * 2);
    }

    [Fact]
    public async Task RenewsAtOnceAndThenAfterAbout70Percent()
    {
        await _driver.LoginAsync();
        await _driver.PassAsync(TimeSpan.FromMinutes(40));
        Assert.Equal(1, _vault.Count("sys/leases/renew"));

        await _driver.PassAsync(TimeSpan.FromMinutes(6));

        Assert.Equal(2, _vault.Count("sys/leases/renew"));
    }

    [Fact]
    public async Task RevokedLeaseIsReplacedAtTheNextRenewal()
    {
        await _driver.LoginAsync();
        await _driver.PassAsync(TimeSpan.FromMinutes(30));
        _leases[0] = (_leases[0].From, _driver.Core.Now);

        await _driver.PassAsync(TimeSpan.FromMinutes(20));

        Assert.Equal("u2", _driver.Read("a"));
        Assert.Equal(2, _leases.Count);
    }

    [Theory]
    [InlineData(400, """{"errors":["lease is not renewable"]}""")]
    [InlineData(403, """{"errors":["permission denied"]}""")]
    public async Task LeaseThatMayNotBeRenewed_IsReplacedAtTheThreshold(int status, string body)
    {
        _vault.On("sys/leases/renew", status, body);
        await _driver.LoginAsync();

        await _driver.PassAsync(TimeSpan.FromMinutes(510));

        Assert.Equal(10, _leases.Count);
        Assert.Equal("u10", _driver.Read("a"));
    }

    [Fact]
    public async Task ServerAwayForHalfALease_KeepsTheLease()
    {
        await _driver.LoginAsync();
        await _driver.PassAsync(TimeSpan.FromMinutes(30));
        _vault.IsAway = true;
        await _driver.PassAsync(TimeSpan.FromMinutes(17));
        var requests = _vault.Requests.Count;
        _vault.IsAway = false;

        await _driver.PassAsync(TimeSpan.FromHours(2));

        Assert.Equal("u1", _driver.Read("a"));
        Assert.True(requests < 20, "hammers");
    }

    [Fact]
    public async Task ServerAwayForMoreThanALease_KeepsTheFilesAndIssuesOnceAfterwards()
    {
        await _driver.LoginAsync();
        _vault.IsAway = true;
        await _driver.PassAsync(TimeSpan.FromHours(3));
        Assert.Equal("u1", _driver.Read("a"));
        _vault.IsAway = false;

        await _driver.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("u2", _driver.Read("a"));
        Assert.Equal(2, _leases.Count);
    }

    [Fact]
    public async Task SuspendedLongerThanALease_FetchesAnewOnWakingUp()
    {
        await _driver.LoginAsync();
        await _driver.PassAsync(TimeSpan.FromMinutes(5));

        _driver.Time.Advance(TimeSpan.FromHours(5));
        await _driver.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("u2", _driver.Read("a"));
        Assert.Equal(2, _leases.Count);
    }

    [Fact]
    public async Task MachineThatSleptLongerThanALease_FetchesAnewOnWakingUp()
    {
        await _driver.LoginAsync();
        await _driver.PassAsync(TimeSpan.FromMinutes(5));
        _leases[0] = (_leases[0].From, TimeSpan.Zero);

        // The monotonic clock stood still; only the wall clock tells.
        _driver.Time.ShiftWallClock(TimeSpan.FromHours(5));
        await _driver.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("u2", _driver.Read("a"));
        Assert.Equal(2, _leases.Count);
    }

    [Theory]
    [InlineData(-100_000)]
    [InlineData(-20)]
    [InlineData(20)]
    [InlineData(1000)]
    public async Task CorrectedClockIssuesNothing(int seconds)
    {
        await _driver.LoginAsync();
        await _driver.PassAsync(TimeSpan.FromMinutes(5));

        _driver.Time.ShiftWallClock(TimeSpan.FromSeconds(seconds));
        await _driver.PassAsync(TimeSpan.FromHours(5));

        Assert.Single(_leases);
        Assert.True(_leases[0].Until > _driver.Core.Now);
    }

    private (int, string) Issue()
    {
        var now = _driver.Core.Now;
        _leases.Add((now, now + Ttl));
        return (200, string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"lease_id":"db/creds/app/{{{_leases.Count}}}","renewable":true,"lease_duration":3600,"data":{"username":"u{{{_leases.Count}}}"}}"""));
    }

    private (int, string) Renew(Injector.Vault.VaultRequest request)
    {
        var body = System.Text.Encoding.UTF8.GetString(request.Body.Span);
        var index = _leases.FindIndex(lease => body.Contains($"db/creds/app/{_leases.IndexOf(lease) + 1}\"", StringComparison.Ordinal));
        var now = _driver.Core.Now;
        if (index < 0 || _leases[index].Until <= now)
        {
            return (400, """{"errors":["lease not found"]}""");
        }

        var end = now + Ttl;
        var limit = _leases[index].From + MaxTtl;
        _leases[index] = (_leases[index].From, end < limit ? end : limit);
        var left = (int)(_leases[index].Until - now).TotalSeconds;
        return (200, string.Create(CultureInfo.InvariantCulture, $$$"""{"lease_id":"x","renewable":true,"lease_duration":{{{left}}} }"""));
    }
}
