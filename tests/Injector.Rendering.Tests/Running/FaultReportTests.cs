using Injector.Rendering.Running;
using Injector.Rendering.Tests.Fakes;

namespace Injector.Rendering.Tests.Running;

/// <summary>One trouble is one line, however many secrets and files it breaks.</summary>
public sealed class FaultReportTests
{
    private const string Sealed = """{"errors":["Vault is sealed"]}""";

    private readonly FakeVault _vault = new();

    private static RenderingSettings Settings => RenderingDriver.Settings(
        RenderingDriver.Template("a", ScriptedTemplate.Show("secret/a", "data.x")),
        RenderingDriver.Template("b", ScriptedTemplate.Show("secret/b", "data.x")));

    [Fact]
    public async Task Says_ASealedServerForOneOfItsSecretsAndOnceAMinute()
    {
        AnswerBoth(503, Sealed);
        var driver = new RenderingDriver(_vault, Settings);

        await driver.LoginAsync();
        await driver.PassAsync(TimeSpan.FromSeconds(50));
        var within = driver.Log.Count("VI0412");
        await driver.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((1, 2), (within, driver.Log.Count("VI0412")));
    }

    [Fact]
    public async Task Says_ARefusalForEachSecret()
    {
        AnswerBoth(403, """{"errors":["permission denied"]}""");
        var driver = new RenderingDriver(_vault, Settings);

        await driver.LoginAsync();

        Assert.Equal(2, driver.Log.Count("VI0406"));
    }

    [Fact]
    public async Task Says_FailuresBehindTheServerForEachReason()
    {
        _vault.On("secret/data/a", 500, """{"errors":["database one is down"]}""");
        _vault.On("secret/data/b", 500, """{"errors":["database two is down"]}""");
        var driver = new RenderingDriver(_vault, Settings);

        await driver.LoginAsync();

        Assert.Equal(2, driver.Log.Count("VI0411"));
    }

    [Fact]
    public async Task Says_AnInvalidTokenOncePerToken()
    {
        AnswerBoth(403, """{"errors":["invalid token"]}""");
        var driver = new RenderingDriver(_vault, Settings);

        await driver.LoginAsync();
        await driver.PassAsync(TimeSpan.FromSeconds(10));
        var first = driver.Log.Count("VI0407");
        await driver.LoginAsync("token-2");

        Assert.Equal(1, first);
        Assert.InRange(driver.Log.Count("VI0407"), 1, 2);
    }

    [Fact]
    public async Task Says_AFullVolumeForOneOfItsFiles_AndPublishesThemTogetherLater()
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        _vault.OnKv2("secret/data/b", 1, """{"x":"2"}""");
        var driver = new RenderingDriver(_vault, Settings);
        driver.Files.Space = 0;
        await driver.LoginAsync();
        await driver.PassAsync(TimeSpan.FromSeconds(30));
        var said = driver.Log.Count("VI0603");

        driver.Files.Space = long.MaxValue;
        await driver.PassAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(1, said);
        Assert.Equal(["/v/a", "/v/b"], driver.Written.Select(file => file.Destination));
        Assert.Single(driver.Written.Select(file => file.At).Distinct());
    }

    [Fact]
    public async Task Says_NothingThatTheLoginHasSaid_UntilTheNextOutage()
    {
        AnswerBoth(503, Sealed);
        var driver = new RenderingDriver(_vault, Settings);
        driver.Causes.IsDue("VI0412");

        await driver.LoginAsync();
        await driver.PassAsync(TimeSpan.FromSeconds(50));
        var first = driver.Log.Count("VI0412");
        AnswerBothWell();
        await driver.PassAsync(TimeSpan.FromMinutes(6));
        AnswerBoth(503, Sealed);
        await driver.PassAsync(TimeSpan.FromMinutes(6));
        var second = driver.Log.Count("VI0412");

        Assert.Equal(0, first);
        Assert.InRange(second, 1, 7);
    }

    [Fact]
    public async Task Says_ANewOutageRightAfterTheLast()
    {
        AnswerBoth(503, Sealed);
        var driver = new RenderingDriver(_vault, Settings);
        await driver.LoginAsync();
        AnswerBothWell();
        await driver.PassAsync(TimeSpan.FromSeconds(20));
        AnswerBoth(503, Sealed);

        await driver.LoginAsync("token-2");

        Assert.Equal(2, driver.Log.Count("VI0412"));
    }

    [Fact]
    public async Task Says_AnOutageOnceForALeaseAndASecret()
    {
        _vault.On("secret/data/a", """{"lease_id":"db/1","lease_duration":60,"renewable":true,"data":{"data":{"x":"1"}}}""");
        _vault.OnKv2("secret/data/b", 1, """{"x":"2"}""");
        _vault.On("sys/leases/renew", 503, Sealed);
        var driver = new RenderingDriver(_vault, Settings);

        await driver.LoginAsync();
        AnswerBoth(503, Sealed);
        await driver.PassAsync(TimeSpan.FromSeconds(59));

        Assert.True(_vault.Count("sys/leases/renew") > 1 && _vault.Count("secret/data/a") > 1);
        Assert.Equal(1, driver.Log.Count("VI0412"));
    }

    private void AnswerBothWell()
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        _vault.OnKv2("secret/data/b", 1, """{"x":"2"}""");
    }

    private void AnswerBoth(int status, string body)
    {
        _vault.On("secret/data/a", status, body);
        _vault.On("secret/data/b", status, body);
    }
}
