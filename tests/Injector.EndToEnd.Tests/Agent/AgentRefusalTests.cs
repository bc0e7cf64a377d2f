using System.Text.Json.Nodes;
using Injector.Contracts.Agent;
using Injector.Sandbox.Vault;
using Injector.TestKit.Agents;

namespace Injector.EndToEnd.Tests.Agent;

/// <summary>What a person reads in <c>kubectl describe pod</c> when a start cannot succeed.</summary>
public sealed class AgentRefusalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WrongRole_IsNamedWithMountAndServiceAccount()
    {
        await using var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        var method = fixture.Workplace.Configuration["auto_auth"]?["method"]?["config"] as JsonObject ?? [];
        method["role"] = "nobody";

        var (exitCode, message) = await RunAsync(fixture);

        Assert.Equal(ExitCodes.LoginRefused, exitCode);
        Assert.Contains("nobody", message, StringComparison.Ordinal);
        Assert.Contains("auth/kubernetes", message, StringComparison.Ordinal);
        Assert.Contains("VI04", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingSecret_IsNamedWithItsPath()
    {
        await using var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        fixture.Workplace.AddTemplate("other", """{{ with secret "kv/missing" }}{{ .Data.data.x }}{{ end }}""");

        var (exitCode, message) = await RunAsync(fixture);

        Assert.Equal(ExitCodes.SecretUnavailable, exitCode);
        Assert.Contains("kv/", message, StringComparison.Ordinal);
        Assert.Contains("missing", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenTemplate_IsNamedWithLineAndColumn()
    {
        await using var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        fixture.Workplace.AddTemplate("broken", "line one\n{{ nosuchfunction }}");

        var (exitCode, message) = await RunAsync(fixture);

        Assert.Equal(ExitCodes.TemplateFailed, exitCode);
        Assert.Contains("nosuchfunction", message, StringComparison.Ordinal);
        Assert.Contains("2", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Configuration_FaultsAreReportedTogether()
    {
        await using var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        fixture.Workplace.AddTemplate("a", "x");
        var first = fixture.Workplace.Configuration["template"]?[0] as JsonObject ?? [];
        first["perms"] = "rw";
        first["colour"] = "blue";

        var (exitCode, message) = await RunAsync(fixture);

        Assert.NotEqual(ExitCodes.Success, exitCode);
        Assert.Contains("perms", message, StringComparison.Ordinal);
        Assert.Contains("colour", message, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Message)> RunAsync(AgentFixture fixture)
    {
        await using var agent = AgentProcess.Start(fixture.Workplace);
        var exitCode = await agent.WaitForExitAsync(Cancellation);
        var log = string.Join('\n', agent.Log);
        var message = File.Exists(fixture.Workplace.TerminationLog) ? await File.ReadAllTextAsync(fixture.Workplace.TerminationLog, Cancellation) : string.Empty;
        Assert.True(message.Length > 0, $"The agent ended with {exitCode} and left no termination message. Its log:\n{log}");
        return (exitCode, message + log);
    }
}
