using Injector.Vault.Login;
using Injector.Vault.Tests.Fakes;

namespace Injector.Vault.Tests.Login;

/// <summary>A token lives by the server's clock, whatever happens to the machine's.</summary>
public sealed class ClockTests : IDisposable
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(43);

    private readonly KeeperRun _run = KeeperRun.Healthy(new KeeperSettings());

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(10_000)]
    public void ClockThatIsSetBack_DelaysNoRenewal(int minutes)
    {
        _ = _run.Begin();
        _run.Pass(TimeSpan.FromMinutes(10));

        _run.Time.ShiftWallClock(TimeSpan.FromMinutes(-minutes));
        _run.Pass(Renewal - TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        var before = _run.Renewals.Count;
        _run.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal((0, 1, 1), (before, _run.Renewals.Count, _run.Logins.Count));
    }

    [Fact]
    public void ClockThatIsSetBack_DelaysNoReplacementOfAnInvalidToken()
    {
        _ = _run.Begin();
        _run.Pass(TimeSpan.FromMinutes(20));
        _run.Time.ShiftWallClock(TimeSpan.FromHours(-10));

        _run.Keeper.ReportInvalid(_run.Keeper.Current ?? throw new InvalidOperationException("There is no token."));
        _run.Pump.RunNext();

        Assert.Equal(2, _run.Logins.Count);
    }

    [Fact]
    public void ClockThatIsSetBack_ProlongsNoFailingRenewal()
    {
        _run.OnRenewal = request => KeeperRun.Refuse(request, 503);
        _ = _run.Begin();
        _run.Pass(Renewal + TimeSpan.FromMinutes(1));

        _run.Time.ShiftWallClock(TimeSpan.FromHours(-10));
        _run.Pass(TimeSpan.FromMinutes(8));

        // The grace begins with the last 15 % of the hour.
        Assert.Equal(2, _run.Logins.Count);
    }

    [Fact]
    public void RenewalDuringWhichTheClockIsSetBack_GivesNoLongerLife()
    {
        _run.OnRenewal = request =>
        {
            _run.Time.ShiftWallClock(TimeSpan.FromHours(-10));
            return ScriptedVault.Token(request, "same", _run.LeaseSeconds);
        };
        _ = _run.Begin();

        _run.Pass(Renewal * 2);

        Assert.Equal((2, 1), (_run.Renewals.Count, _run.Logins.Count));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(600)]
    public void MachineThatSleepsPastTheRenewal_RenewsWithinAMinuteOfWakingUp(int minutes)
    {
        _ = _run.Begin();
        _run.Pass(TimeSpan.FromMinutes(10));

        _run.Time.ShiftWallClock(TimeSpan.FromMinutes(minutes));
        _run.Pass(TimeSpan.FromMinutes(1));

        Assert.Single(_run.Renewals);
    }

    public void Dispose() => _run.Dispose();
}
