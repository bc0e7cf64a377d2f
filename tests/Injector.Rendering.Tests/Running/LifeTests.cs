using System.Globalization;
using Injector.Rendering.Tests.Fakes;

namespace Injector.Rendering.Tests.Running;

/// <summary>What happens after the first publication.</summary>
public sealed class LifeTests
{
    private readonly FakeVault _vault = new();

    [Fact]
    public async Task A5_ChangeIsVisibleWithinFiveMinutes()
    {
        _vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");
        var driver = NewDriver("secret/db", "data.x");
        await driver.LoginAsync();

        _vault.OnKv2("secret/data/db", 2, """{"x":"2"}""");
        await driver.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal("2", driver.Read("f"));
        Assert.Equal(2, driver.Written.Count);
        Assert.InRange(driver.Written[1].At.TotalSeconds, 255, 286);
    }

    [Fact]
    public async Task EqualDataExecuteNothing()
    {
        _vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");
        var runs = 0;
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template("f", ScriptedTemplate.Of(run =>
        {
            runs++;
            return run.Show(run.Get(ScriptedTemplate.Read("secret/db")), "data.x");
        }))));
        await driver.LoginAsync();

        await driver.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task A9_DeletedSecretKeepsTheFileAndSaysSo()
    {
        _vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");
        var driver = NewDriver("secret/db", "data.x");
        await driver.LoginAsync();

        _vault.On("secret/data/db", 404, """{"errors":[]}""");
        await driver.PassAsync(TimeSpan.FromMinutes(6));

        Assert.Equal("1", driver.Read("f"));
        Assert.InRange(driver.Log.Count("VI0408"), 1, 3);
    }

    [Fact]
    public async Task A7_StaticRoleIsReadAtTtlPlusOne()
    {
        var rotation = 0;
        RenderingDriver? driver = null;
        _vault.On("db/static-creds/app", _ =>
        {
            var now = driver?.Core.Now.TotalSeconds ?? 0;
            rotation = (int)(now / 600);
            var ttl = 600 - (int)(now % 600);
            return (200, string.Create(CultureInfo.InvariantCulture, $$$"""{"data":{"password":"p{{{rotation}}}","rotation_period":600,"ttl":{{{ttl}}} } }"""));
        });
        driver = NewDriver("db/static-creds/app", "password");
        await driver.LoginAsync();

        await driver.PassAsync(TimeSpan.FromMinutes(21));

        Assert.Equal("p2", driver.Read("f"));
        Assert.Equal([0, 601, 1201], driver.Written.Select(written => (int)written.At.TotalSeconds));
    }

    [Fact]
    public async Task OneFailingTemplateBacksOffAlone()
    {
        _vault.OnKv2("secret/data/good", 1, """{"x":"1"}""");
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(
            RenderingDriver.Template("bad", ScriptedTemplate.Show("secret/bad", "data.x")),
            RenderingDriver.Template("good", ScriptedTemplate.Show("secret/good", "data.x"))));
        await driver.LoginAsync();
        Assert.Equal("1", driver.Read("good"));

        _vault.OnKv2("secret/data/good", 2, """{"x":"2"}""");
        await driver.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal("2", driver.Read("good"));
        Assert.InRange(_vault.Count("secret/data/good"), 12, 15);
        Assert.InRange(_vault.Count("secret/data/bad"), 20, 45);
    }

    [Fact]
    public async Task A4_NewTokenReissuesLeasesAndRereadsTheRest()
    {
        var issued = 0;
        _vault.On("db/creds/app", request => (200, $$$"""{"lease_id":"db/{{{++issued}}}","renewable":true,"lease_duration":86400,"data":{"username":"u{{{issued}}}"}}"""));
        _vault.OnKv2("secret/data/kv", 1, """{"x":"1"}""");
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(
            RenderingDriver.Template("a", ScriptedTemplate.Show("db/creds/app", "username")),
            RenderingDriver.Template("b", ScriptedTemplate.Show("secret/kv", "data.x"))));
        await driver.LoginAsync();

        await driver.LoginAsync("token-2");

        Assert.Equal("u2", driver.Read("a"));
        Assert.Equal(2, issued);
        Assert.Equal(2, _vault.Count("secret/data/kv"));
        Assert.Equal(3, driver.Written.Count);
    }

    [Fact]
    public async Task NewTokenWhileAWriteIsUnderWay_WritesOnlyOnce()
    {
        var writes = 0;
        _vault.On("pki/issue/web", _ => (200, $$$"""{"data":{"certificate":"c{{{++writes}}}","expiration":1999999999}}"""));
        var held = _vault.Held["pki/issue/web"] = new TaskCompletionSource();
        var write = ScriptedTemplate.Write("pki/issue/web", "common_name", "x");
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(
            RenderingDriver.Template("f", ScriptedTemplate.Of(run => run.Show(run.Get(write), "certificate")))));
        var login = driver.LoginAsync();

        driver.Core.Accept(FakeTokens.Make("token-2"));
        held.SetResult();
        await login;
        await driver.SettleAsync();

        Assert.Equal("c1", driver.Read("f"));
        Assert.Equal(1, writes);
    }

    [Fact]
    public async Task NewTokenWhileCredentialsAreUnderWay_IssuesThemForTheNewToken()
    {
        var issued = 0;
        _vault.On("db/creds/app", _ => (200, $$$"""{"lease_id":"db/{{{++issued}}}","renewable":true,"lease_duration":3600,"data":{"username":"u{{{issued}}}"}}"""));
        var held = _vault.Held["db/creds/app"] = new TaskCompletionSource();
        var driver = NewDriver("db/creds/app", "username");
        var login = driver.LoginAsync();

        driver.Core.Accept(FakeTokens.Make("token-2"));
        held.SetResult();
        await login;
        await driver.SettleAsync();

        Assert.Equal("u2", driver.Read("f"));
        Assert.Equal(2, issued);
    }

    [Fact]
    public async Task SecretThatFailedForAWhileJoinsTheOthersAgain()
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        _vault.OnKv2("secret/data/b", 1, """{"x":"1"}""");
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(
            RenderingDriver.Template("a", ScriptedTemplate.Show("secret/a", "data.x")),
            RenderingDriver.Template("b", ScriptedTemplate.Show("secret/b", "data.x"))));
        await driver.LoginAsync();
        _vault.On("secret/data/b", 500, """{"errors":["x"]}""");
        await driver.PassAsync(TimeSpan.FromSeconds(300));
        _vault.OnKv2("secret/data/b", 1, """{"x":"1"}""");
        await driver.PassAsync(TimeSpan.FromMinutes(10));

        _vault.OnKv2("secret/data/a", 2, """{"x":"2"}""");
        _vault.OnKv2("secret/data/b", 2, """{"x":"2"}""");
        await driver.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(4, driver.Written.Count);
        Assert.Equal(driver.Written[2].At, driver.Written[3].At);
    }

    [Fact]
    public async Task RetiredGenerationsAreSwept()
    {
        _vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");
        var driver = NewDriver("secret/db", "data.x");
        await driver.LoginAsync();
        _vault.OnKv2("secret/data/db", 2, """{"x":"2"}""");
        await driver.PassAsync(TimeSpan.FromMinutes(5));

        using var volume = driver.Files.Open("/v");
        Assert.Single(volume?.List() ?? [], name => name.StartsWith("..2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task T9_InvalidTokenIsPassedOn()
    {
        _vault.OnKv2("secret/data/kv", 1, """{"x":"1"}""");
        var driver = NewDriver("secret/kv", "data.x");
        await driver.LoginAsync();
        _vault.On("secret/data/kv", 403, """{"errors":["permission denied","invalid token"]}""");

        await driver.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal("accessor-token-1", driver.Core.RefusedToken?.Accessor);
        await driver.LoginAsync("token-2");
        Assert.True(driver.Core.RefusedToken is null || driver.Core.RefusedToken.Accessor == "accessor-token-2");
    }

    [Fact]
    public async Task FileDependencyIsPolledEveryTwoSeconds()
    {
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template(
            "f",
            ScriptedTemplate.Of(run => "got " + run.Show(run.Get(new Templates.Dependencies.FileContent("/etc/motd")), "")))));
        driver.Files.Put("/etc/motd", "one");
        await driver.SettleAsync();
        Assert.Equal("got one", driver.Read("f"));

        driver.Files.Put("/etc/motd", "two");
        await driver.PassAsync(TimeSpan.FromSeconds(3));

        Assert.Equal("got two", driver.Read("f"));
    }

    [Fact]
    public async Task PublishingIsRepeatedAfterAFault()
    {
        _vault.OnKv2("secret/data/kv", 1, """{"x":"1"}""");
        var driver = NewDriver("secret/kv", "data.x");
        driver.Files.WriteError = 13;
        await driver.LoginAsync();
        Assert.Equal(1, driver.Log.Count("VI0604"));

        driver.Files.WriteError = null;
        await driver.PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal("1", driver.Read("f"));
        Assert.Equal(1, _vault.Count("secret/data/kv"));
    }

    private RenderingDriver NewDriver(string path, params string[] fields) =>
        new(_vault, RenderingDriver.Settings(RenderingDriver.Template("f", ScriptedTemplate.Show(path, fields))));
}
