using Injector.Rendering.Commands;
using Injector.Rendering.Publishing;
using Injector.Rendering.Running;
using Injector.Rendering.Templating;
using Injector.Rendering.Tests.Fakes;

namespace Injector.Rendering.Tests.Running;

public sealed class CommandOrderTests
{
    private readonly FakeVault _vault = new();

    public CommandOrderTests()
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        _vault.OnKv2("secret/data/b", 1, """{"x":"1"}""");
    }

    [Fact]
    public async Task X1_RunsInTemplateOrderAfterAllFiles_AndX2_EqualTextsOnce()
    {
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(
            Template("/w/one", "secret/b", "second volume first"),
            Template("/v/two", "secret/a", "reload"),
            Template("/v/three", "secret/a", "reload"),
            Template("/v/four", "secret/b", "last")));

        await driver.LoginAsync();

        Assert.Equal(["second volume first", "reload", "last"], driver.Commands);
    }

    [Fact]
    public async Task X1_RunsOnlyWhenTheBytesChanged_AndA5_Once()
    {
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(Template("/v/one", "secret/a", "reload")));
        await driver.LoginAsync();
        await driver.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(["reload"], driver.Commands);

        _vault.OnKv2("secret/data/a", 2, """{"x":"2"}""");
        await driver.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(["reload", "reload"], driver.Commands);
    }

    [Fact]
    public async Task X8_InitContainerRunsIt_TheSidecarDoesNot()
    {
        var settings = RenderingDriver.Settings(Template("/v/one", "secret/a", "reload"));
        var init = new RenderingDriver(_vault, settings with { Completion = Completion.AfterFirstPublication });
        await init.LoginAsync();
        Assert.Equal(["reload"], init.Commands);
        Assert.Equal(0, init.Core.Outcome?.ExitCode);

        var sidecar = new RenderingDriver(_vault, settings, init.Files);
        await sidecar.LoginAsync();

        Assert.Empty(sidecar.Commands);
    }

    private static FileTemplate Template(string destination, string path, string command) =>
        new(new FileTarget(destination), ScriptedTemplate.Show(path, "data.x")) { Command = new FileCommand(command, new CommandLine.Direct([command])) };
}
