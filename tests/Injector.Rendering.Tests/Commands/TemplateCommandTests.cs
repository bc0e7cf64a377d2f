using Injector.Contracts.Agent.Configuration;
using Injector.Rendering.Commands;

namespace Injector.Rendering.Tests.Commands;

public sealed class TemplateCommandTests
{
    [Fact]
    public void X4_DefaultTimeLimitIs30Seconds()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), TemplateCommand.Of(new TemplateEntry { Destination = "/d", Command = "reload" }, null)?.TimeLimit);
        Assert.Equal(TimeSpan.FromSeconds(5), TemplateCommand.Of(new TemplateEntry { Destination = "/d", Command = "reload", CommandTimeout = "5s" }, null)?.TimeLimit);
        Assert.Null(TemplateCommand.Of(new TemplateEntry { Destination = "/d", Command = " " }, null));
    }

    [Fact]
    public void X3_ListRunsWithoutAShell()
    {
        var exec = new CommandSettings { Command = ["echo", "a && b"], IsList = true, KillSignal = "SIGINT", KillTimeout = "3s", Splay = "1s" };

        var command = TemplateCommand.Of(new TemplateEntry { Destination = "/d", Exec = exec }, "/bin/sh");

        Assert.Equal(["echo", "a && b"], Assert.IsType<CommandLine.Direct>(command?.Line).Words);
        Assert.Equal(2, command?.KillSignal);
        Assert.Equal(TimeSpan.FromSeconds(3), command?.KillGrace);
        Assert.Equal(TimeSpan.FromSeconds(1), command?.Splay);
    }

    [Fact]
    public void DisabledCommandIsNone() =>
        Assert.Null(TemplateCommand.Of(new TemplateEntry { Destination = "/d", Exec = new CommandSettings { Command = ["x"], Enabled = false } }, null));

    [Fact]
    public void X6_EnvironmentIsTheAgentsOwnAndTheConnection_WithoutAToken()
    {
        var own = new Dictionary<string, string> { ["PATH"] = "/bin", ["VAULT_TOKEN"] = "hvs.secret", ["SECRET_X"] = "1" };
        var connection = new Dictionary<string, string> { ["VAULT_ADDR"] = "https://v" };

        Assert.Equal(["PATH", "SECRET_X", "VAULT_ADDR"], EnvironmentRules.InheritAll.Apply(own, connection).Keys.Order());
        Assert.Equal(["A", "VAULT_ADDR"], new EnvironmentRules { Inheritance = EnvironmentInheritance.Pristine, Added = ["A=b=c"] }.Apply(own, connection).Keys.Order());
        Assert.Equal(["PATH", "VAULT_ADDR"], new EnvironmentRules { Denied = ["SECRET_*"] }.Apply(own, connection).Keys.Order());
        Assert.Equal(["SECRET_X", "VAULT_ADDR"], new EnvironmentRules { Allowed = ["SECRET_*"] }.Apply(own, connection).Keys.Order());
    }
}
