using Injector.Contracts.Agent;
using Injector.Rendering.Running;
using Injector.Rendering.Templating;
using Injector.Rendering.Tests.Fakes;

namespace Injector.Rendering.Tests.Running;

public sealed class StartPhaseTests
{
    private static readonly RenderingSettings OneSecret =
        RenderingDriver.Settings(RenderingDriver.Template("db", ScriptedTemplate.Show("secret/db", "data.x")));

    private static readonly RenderingSettings Patient = OneSecret with { InitPatience = TimeSpan.FromSeconds(20), StartFailure = StartFailure.Exit };

    private readonly FakeVault _vault = new();

    [Theory]
    [InlineData(403, ExitCodes.SecretUnavailable, "VI0406")]
    [InlineData(404, ExitCodes.SecretUnavailable, "VI0408")]
    [InlineData(400, ExitCodes.SecretUnavailable, "VI0405")]
    public async Task LastingRefusalEndsAfterOneConfirmation(int status, int exitCode, string code)
    {
        _vault.On("secret/data/db", status, """{"errors":["no"]}""");
        var driver = new RenderingDriver(_vault, Patient);

        await driver.LoginAsync();
        Assert.Null(driver.Core.Outcome);
        await driver.PassAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(exitCode, driver.Core.Outcome?.ExitCode);
        Assert.Equal(code, driver.Core.Outcome?.Diagnostic?.Code);
        Assert.Equal(2, _vault.Count("secret/data/db"));
        Assert.True(driver.Core.Now < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task UnreachableServerEndsAfterThePatience()
    {
        _vault.IsAway = true;
        var driver = new RenderingDriver(_vault, Patient);

        await driver.LoginAsync();
        await driver.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(ExitCodes.VaultUnreachable, driver.Core.Outcome?.ExitCode);
        Assert.InRange(driver.Core.Now.TotalSeconds, 20, 21);
    }

    [Fact]
    public async Task ServerThatComesBackInTimeIsFine()
    {
        _vault.IsAway = true;
        _vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");
        var driver = new RenderingDriver(_vault, Patient);
        await driver.LoginAsync();
        await driver.PassAsync(TimeSpan.FromSeconds(10));

        _vault.IsAway = false;
        await driver.PassAsync(TimeSpan.FromSeconds(9));

        Assert.Equal("1", driver.Read("db"));
        Assert.Null(driver.Core.Outcome);
    }

    [Fact]
    public async Task BrokenTemplateEndsAtOnce()
    {
        var settings = RenderingDriver.Settings(RenderingDriver.Template("db", ScriptedTemplate.Of(_ => throw new FormatException("wrong")))) with
        {
            InitPatience = TimeSpan.FromSeconds(20),
        };
        var driver = new RenderingDriver(_vault, settings);

        await driver.LoginAsync();

        Assert.Equal(ExitCodes.TemplateFailed, driver.Core.Outcome?.ExitCode);
    }

    [Fact]
    public async Task BrokenTemplateWithoutErrorFatalHindersNobody()
    {
        _vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");
        var broken = RenderingDriver.Template("broken", ScriptedTemplate.Of(_ => throw new FormatException("wrong"))) with { Failure = TemplateFailure.Reported };
        var settings = RenderingDriver.Settings(broken, RenderingDriver.Template("db", ScriptedTemplate.Show("secret/db", "data.x"))) with
        {
            InitPatience = TimeSpan.FromSeconds(20),
            Completion = Completion.AfterFirstPublication,
        };
        var driver = new RenderingDriver(_vault, settings);

        await driver.LoginAsync();

        Assert.Equal("1", driver.Read("db"));
        Assert.Equal(0, driver.Core.Outcome?.ExitCode);
        Assert.Equal(1, driver.Log.Count("VI0599"));
    }

    [Fact]
    public async Task A17_ExitOnRetryFailureEndsAboutFiveMinutesAfterTheFirstFailure()
    {
        var driver = new RenderingDriver(_vault, OneSecret with { StartFailure = StartFailure.Exit });

        await driver.LoginAsync();
        await driver.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(ExitCodes.SecretUnavailable, driver.Core.Outcome?.ExitCode);
        Assert.InRange(driver.Core.Now.TotalMinutes, 5, 7);
    }

    [Fact]
    public async Task WithoutExitOnRetryFailure_TriesForEver_AndSaysSoEveryMinute()
    {
        var driver = new RenderingDriver(_vault, OneSecret);

        await driver.LoginAsync();
        await driver.PassAsync(TimeSpan.FromMinutes(60));

        Assert.Null(driver.Core.Outcome);
        Assert.InRange(driver.Log.Count("a secret cannot be fetched"), 55, 62);
        Assert.True(_vault.Count("secret/data/db") < 45, "hammers");
    }

    [Fact]
    public async Task FullVolumeEndsWithItsOwnCode()
    {
        _vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");
        var driver = new RenderingDriver(_vault, Patient);
        driver.Files.Space = 0;

        await driver.LoginAsync();
        await driver.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(ExitCodes.PublishingFailed, driver.Core.Outcome?.ExitCode);
        Assert.Equal("VI0603", driver.Core.Outcome?.Diagnostic?.Code);
    }

    [Fact]
    public async Task NeverEndsAfterTheFirstPublication()
    {
        _vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");
        var driver = new RenderingDriver(_vault, Patient);
        await driver.LoginAsync();

        _vault.IsAway = true;
        await driver.PassAsync(TimeSpan.FromDays(1));

        Assert.Null(driver.Core.Outcome);
        Assert.Equal("1", driver.Read("db"));
        Assert.True(_vault.Requests.Count < 24 * 60 * 2, "hammers");
    }
}
