using Injector.Rendering.Running;
using Injector.Rendering.Templating;
using Injector.Rendering.Tests.Fakes;

namespace Injector.Rendering.Tests.Running;

public sealed class WithdrawnTests
{
    private readonly FakeVault _vault = new();

    [Theory]
    [InlineData(WithdrawnSecret.KeepFiles)]
    [InlineData(WithdrawnSecret.DeleteFiles)]
    public async Task LastingRefusalKeepsOrDeletes_AndTheFileComesBack(WithdrawnSecret policy)
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        _vault.On("auth/token/lookup-self", """{"data":{"ttl":3600}}""");
        var driver = NewDriver(policy);
        await driver.LoginAsync();

        _vault.On("secret/data/a", 403, """{"errors":["permission denied"]}""");
        _vault.On("secret/metadata/a", 403, """{"errors":["permission denied"]}""");
        await driver.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(policy == WithdrawnSecret.KeepFiles ? "1" : null, driver.Read("a"));
        Assert.Equal(policy == WithdrawnSecret.KeepFiles ? 0 : 1, driver.Log.Count("VI0614"));

        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        await driver.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("1", driver.Read("a"));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(503)]
    public async Task DeadTokenOrSilentServerDeletesNothing(int status)
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        _vault.On("auth/token/lookup-self", status, """{"errors":["permission denied"]}""");
        var driver = NewDriver(WithdrawnSecret.DeleteFiles);
        await driver.LoginAsync();

        _vault.On("secret/data/a", 403, """{"errors":["permission denied"]}""");
        await driver.PassAsync(TimeSpan.FromMinutes(30));

        Assert.Equal("1", driver.Read("a"));
        Assert.Equal(status == 403, driver.Core.RefusedToken is not null);
        Assert.InRange(_vault.Count("auth/token/lookup-self"), 1, 30);
    }

    [Fact]
    public async Task ShortRefusalDeletesNothing()
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        var driver = NewDriver(WithdrawnSecret.DeleteFiles);
        await driver.LoginAsync();
        _vault.On("secret/data/a", 403, """{"errors":["permission denied"]}""");
        await driver.PassAsync(TimeSpan.FromSeconds(271));

        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        await driver.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Single(driver.Written);
        Assert.Equal(0, driver.Log.Count("VI0614"));
    }

    private RenderingDriver NewDriver(WithdrawnSecret policy) => new(
        _vault,
        RenderingDriver.Settings(RenderingDriver.Template("a", ScriptedTemplate.Show("secret/a", "data.x"))) with { Withdrawn = policy });
}
