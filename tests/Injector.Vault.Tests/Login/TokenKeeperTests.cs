using Injector.Contracts.Logging;
using Injector.Contracts.Secrecy;
using Injector.Vault.Login;
using Injector.Vault.Tests.Fakes;

namespace Injector.Vault.Tests.Login;

/// <summary>agent.md §3.1 and §4: the life of the token, on fake time.</summary>
public sealed class TokenKeeperTests : IDisposable
{
    private readonly KeeperRun _run = KeeperRun.Healthy(new KeeperSettings());

    [Fact]
    public void T2_A3_RenewsAtAboutSeventyPercent()
    {
        _ = _run.Begin();

        _run.Pass(TimeSpan.FromHours(2));

        // Grace is 15 %: two thirds of the hour and a third of nine minutes.
        Assert.Equal([TimeSpan.FromMinutes(43), TimeSpan.FromMinutes(86)], _run.Renewals);
        Assert.Single(_run.Logins);
    }

    [Fact]
    public void T6_RenewalLeavesTheIncrementToTheServer()
    {
        _ = _run.Begin();

        _run.Pass(TimeSpan.FromMinutes(44));

        var renewal = _run.Vault.Requests.Single(request => request.Path == KeeperRun.RenewPath);
        Assert.Equal("{\"increment\":0}"u8, renewal.Body.Span);
        Assert.Equal("t1", renewal.Token?.Reveal());
    }

    [Fact]
    public void T3_A4_LogsInAgainWhenTheLeaseStopsGrowing()
    {
        var end = TimeSpan.FromHours(2);
        _run.OnRenewal = request => ScriptedVault.Token(request, "same", (int)Math.Min(3600, (end - (_run.Time.GetUtcNow() - Start)).TotalSeconds));
        _ = _run.Begin();

        _run.Pass(end);

        Assert.Equal(2, _run.Logins.Count);
        Assert.InRange(end - _run.Logins[1], TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(13));
        Assert.Equal("t2", _run.Keeper.Current?.Value.Reveal());
    }

    [Fact]
    public void ALoginWithATokenThatHasExpired_IsSaid()
    {
        _run.LeaseSeconds = 10;
        _run.Renewable = "false";
        _ = _run.Begin();
        _run.OnLogin = request => ScriptedVault.Json(request, 403, """{"errors":["permission denied","invalid token"]}""");

        _run.Pass(TimeSpan.FromSeconds(30));

        Assert.Equal(1, Errors());
    }

    [Fact]
    public void AWrappedLogin_IsALogin()
    {
        var phase = _run.Keeper.State.Phase;
        _run.OnLogin = request => ScriptedVault.Json(request, 200, """{"wrap_info":{"token":"w","ttl":300} }""");

        _ = _run.Begin();

        Assert.Equal((LoginPhase.LoggingIn, LoginPhase.LoggedIn), (phase, _run.Keeper.State.Phase));
        Assert.Null(_run.Keeper.Current);
    }

    [Fact]
    public void A16_FailedLoginsAreSaidOnceAMinute()
    {
        _run.OnLogin = request => KeeperRun.Refuse(request, 403);
        _ = _run.Begin();

        _run.Pass(TimeSpan.FromSeconds(59));
        var within = Errors();
        _run.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(1, within);
        Assert.InRange(Errors(), 3, 6);
    }

    [Fact]
    public void TokenWithFewUses_IsWarnedAbout()
    {
        _run.OnLogin = request => ScriptedVault.Json(request, 200, """{"auth":{"client_token":"t1","lease_duration":3600,"renewable":true,"num_uses":7}}""");

        _ = _run.Begin();

        Assert.Contains(_run.Log.Lines, line => line.Contains("VI0424", StringComparison.Ordinal) && line.Contains("7 calls", StringComparison.Ordinal));
    }

    [Fact]
    public void OutageThatReadsHaveMet_IsNotSaidAgain()
    {
        var causes = new StandingCauses(_run.Time);
        using var run = KeeperRun.Healthy(new KeeperSettings { Causes = causes });
        run.OnRenewal = run.OnLogin = request => KeeperRun.Refuse(request, 503);
        causes.IsDue("VI0412");

        _ = run.Begin();
        run.Pass(TimeSpan.FromSeconds(59));

        Assert.True(run.Logins.Count > 1);
        Assert.DoesNotContain(run.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public void TokenThatIsBeingReplaced_IsNoNewsToOthers()
    {
        var causes = new StandingCauses(_run.Time);
        using var run = KeeperRun.Healthy(new KeeperSettings { Causes = causes });
        run.Renewable = "false";
        _ = run.Begin();
        var healthy = run.OnLogin;
        run.OnLogin = request => KeeperRun.Refuse(request, 503);
        run.Pass(TimeSpan.FromHours(2), TimeSpan.FromMinutes(1));
        var during = causes.IsDue("VI0407");
        run.OnLogin = healthy;
        run.Pass(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));

        Assert.False(during);
        Assert.True(causes.IsDue("VI0407"));
        Assert.True(causes.IsDue("VI0412"));
    }

    private int Errors() => _run.Log.Lines.Count(line => line.StartsWith("Error", StringComparison.Ordinal));

    [Fact]
    public void T4_TokenThatCannotBeRenewed_IsReplacedBeforeItsEnd()
    {
        _run.Renewable = "false";
        _ = _run.Begin();

        _run.Pass(TimeSpan.FromMinutes(60));

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromMinutes(51)], _run.Logins);
        Assert.Empty(_run.Renewals);
    }

    [Fact]
    public void T5_FailingRenewal_IsRepeatedSlowlyAndNotBeyondTheGracePoint()
    {
        _run.OnRenewal = request => KeeperRun.Refuse(request, 503);
        _ = _run.Begin();

        _run.Pass(TimeSpan.FromMinutes(55));

        Assert.InRange(_run.Renewals.Count, 3, 8);
        Assert.Equal(2, _run.Logins.Count);
        Assert.Equal(TimeSpan.FromMinutes(51), _run.Logins[1]);
        Assert.All(_run.Renewals.Zip(_run.Renewals.Skip(1)).SkipLast(1), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(7.5)));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    public void T5_RefusedRenewal_GoesStraightToLogin(int status)
    {
        _run.OnRenewal = request => KeeperRun.Refuse(request, status);
        _ = _run.Begin();

        _run.Pass(TimeSpan.FromMinutes(44));

        Assert.Equal([TimeSpan.FromMinutes(43)], _run.Renewals);
        Assert.Equal([TimeSpan.Zero, TimeSpan.FromMinutes(43)], _run.Logins);
    }

    [Fact]
    public void T7_OldTokenStaysUntilThereIsANewOne()
    {
        _run.OnRenewal = request => KeeperRun.Refuse(request, 403);
        _ = _run.Begin();
        _run.OnLogin = request => KeeperRun.Refuse(request, 503);

        _run.Pass(TimeSpan.FromMinutes(50));

        Assert.Equal("t1", _run.Keeper.Current?.Value.Reveal());
        Assert.Equal(LoginPhase.LoggingInAgain, _run.Keeper.State.Phase);
    }

    [Fact]
    public void LifeOfAToken_CountsFromTheRequest()
    {
        var slowness = TimeSpan.FromMinutes(10);
        var (logIn, renew) = (_run.OnLogin, _run.OnRenewal);
        _run.OnLogin = request => Slowly(logIn, request);
        _run.OnRenewal = request => Slowly(renew, request);
        _ = _run.Begin();
        var first = _run.Keeper.ExpiresAt;

        _run.Pass(TimeSpan.FromMinutes(80));

        // 50 of 60 minutes are left: grace 7.5, a pause of two thirds and a third of grace. The renewal leaves as much again.
        Assert.Equal(Start + TimeSpan.FromHours(1), first);
        Assert.Equal([TimeSpan.FromMinutes(45.83), TimeSpan.FromMinutes(91.66)], _run.Renewals, (one, other) => (one - other).Duration() < TimeSpan.FromSeconds(2));

        VaultAnswer Slowly(Func<VaultRequest, VaultAnswer> answer, VaultRequest request)
        {
            _run.Time.Advance(slowness);
            return answer(request);
        }
    }

    [Fact]
    public void T8_TokenWithoutEnd_IsNeitherRenewedNorReplaced()
    {
        _run.LeaseSeconds = 0;
        _ = _run.Begin();

        _run.Pass(TimeSpan.FromDays(7), TimeSpan.FromHours(1));

        Assert.Single(_run.Logins);
        Assert.Empty(_run.Renewals);
        Assert.Null(_run.Keeper.ExpiresAt);
    }

    [Fact]
    public void T9_InvalidToken_CausesALogin()
    {
        _ = _run.Begin();
        _run.Pass(TimeSpan.FromMinutes(10));
        Report();

        _run.Pump.RunNext();

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromMinutes(10)], _run.Logins);
    }

    [Fact]
    public void T9_ReportsAboutAnOldToken_AreIgnored()
    {
        _ = _run.Begin();
        var stranger = new VaultToken(new SecretText("t1"), "", TimeSpan.FromHours(1), true, _run.Time.GetUtcNow());

        _run.Keeper.ReportInvalid(stranger);
        _run.Pass(TimeSpan.FromMinutes(1));

        Assert.Single(_run.Logins);
    }

    [Fact]
    public void T9_ServerThatCallsEveryTokenInvalid_IsNotHammered()
    {
        _ = _run.Begin();

        for (var second = 0; second < 600; second++)
        {
            Report();
            SpinWait.SpinUntil(() => false, 1);
            _run.Pass(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(_run.Logins.Count, 5, 15);
    }

    [Fact]
    public void A16_RefusedLogin_BacksOffToFiveMinutes()
    {
        _run.OnLogin = request => KeeperRun.Refuse(request, 403);
        _ = _run.Begin();

        _run.Pass(TimeSpan.FromHours(1));

        var pauses = _run.Logins.Zip(_run.Logins.Skip(1), (one, next) => next - one).ToList();
        Assert.InRange(_run.Logins.Count, 15, 30);
        Assert.Equal(TimeSpan.FromSeconds(1), pauses[0]);
        Assert.All(pauses, pause => Assert.InRange(pause, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)));
        Assert.True(pauses[^1] >= TimeSpan.FromMinutes(3.75));
    }

    [Fact]
    public void A1_FirstLogin_IsRetriedUntilTheServerIsUp()
    {
        var healthy = _run.OnLogin;
        _run.OnLogin = request => KeeperRun.Refuse(request, 503);
        _ = _run.Begin();
        _run.Pass(TimeSpan.FromMinutes(2));
        Assert.Null(_run.Keeper.Current);

        _run.OnLogin = healthy;
        _run.Pass(TimeSpan.FromMinutes(5));

        Assert.NotNull(_run.Keeper.Current);
        Assert.Equal(0, _run.Keeper.State.Failures);
    }

    [Fact]
    public void BackoffStartsAgain_AfterASuccess()
    {
        _run.OnRenewal = request => KeeperRun.Refuse(request, 403);
        var answers = new Queue<int>([503, 503, 503, 200, 503, 200]);
        _run.OnLogin = request => answers.TryDequeue(out var status) && status != 200 ? KeeperRun.Refuse(request, status) : ScriptedVault.Token(request, "t", 3600);
        _ = _run.Begin();

        _run.Pass(TimeSpan.FromHours(1));

        var second = _run.Logins.SkipWhile(at => at < TimeSpan.FromMinutes(30)).Take(2).ToList();
        Assert.Equal(TimeSpan.FromSeconds(1), second[1] - second[0]);
    }

    [Fact]
    public async Task ExitOnError_EndsWithTheFirstFailure()
    {
        using var run = KeeperRun.Healthy(new KeeperSettings { ExitOnError = true });
        run.OnLogin = request => KeeperRun.Refuse(request, 403);

        var diagnostic = await run.Begin();

        Assert.Equal("VI0413", diagnostic.Code);
        Assert.Single(run.Logins);
    }

    [Fact]
    public void HandedOverToken_IsNoLogin()
    {
        var token = new VaultToken(new SecretText("old"), "a", TimeSpan.FromMinutes(30), true, _run.Time.GetUtcNow());

        _ = _run.Begin(token);
        _run.Pass(TimeSpan.FromMinutes(22));

        Assert.Same(token, _run.Keeper.Current);
        Assert.Empty(_run.Logins);
        Assert.Single(_run.Renewals);
    }

    [Fact]
    public void SuspendedMachine_LogsInAtOnceWhenTheTokenHasDied()
    {
        _ = _run.Begin();
        _run.OnRenewal = request => KeeperRun.Refuse(request, 403);
        _run.Pass(TimeSpan.FromMinutes(10));

        _run.Time.Advance(TimeSpan.FromHours(9));
        _run.Pump.RunUntilIdle();

        Assert.Equal(2, _run.Logins.Count);
    }

    [Fact]
    public void AWeek_HasOneRenewalPerFortyThreeMinutes()
    {
        _ = _run.Begin();

        _run.Pass(TimeSpan.FromDays(7), TimeSpan.FromMinutes(1));

        Assert.Single(_run.Logins);
        Assert.InRange(_run.Renewals.Count, 220, 240);
    }

    [Fact]
    public void Failures_AreReportedWithCodeAndNextAttempt()
    {
        _run.OnLogin = request => KeeperRun.Refuse(request, 403);

        _ = _run.Begin();

        var state = Assert.Single(_run.States);
        Assert.Equal("VI0413", state.LastFailure?.Code);
        Assert.Equal(_run.Time.GetUtcNow() + TimeSpan.FromSeconds(1), state.NextAttempt);
        Assert.Contains(_run.Log.Lines, line => line.Contains("error authenticating", StringComparison.Ordinal) && line.Contains("role 'app'", StringComparison.Ordinal));
    }

    [Fact]
    public void A20_NoTokenIsLogged()
    {
        _ = _run.Begin();
        _run.Pass(TimeSpan.FromHours(2));

        Assert.DoesNotContain(_run.Log.Lines, line => line.Contains("t1", StringComparison.Ordinal));
    }

    public void Dispose() => _run.Dispose();

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private void Report()
    {
        if (_run.Keeper.Current is { } token)
        {
            _run.Keeper.ReportInvalid(token);
        }
    }
}
