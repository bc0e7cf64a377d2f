using System.Text.Json.Nodes;
using Injector.Contracts.Agent;
using Injector.Sandbox.Vault;
using Injector.TestKit;
using Injector.TestKit.Agents;
using Injector.TestKit.Processes;

namespace Injector.EndToEnd.Tests.Agent;

/// <summary>A pod that wants the token and no secrets (<c>agent-inject-token</c>): the published agent as init container and as sidecar.</summary>
public sealed class TokenOnlyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task InitContainerLeavesTheTokenAndHandsItToTheSidecar()
    {
        await using var fixture = await StartAsync();
        await using (var init = AgentProcess.Start(fixture.Workplace))
        {
            var exitCode = await init.WaitForExitAsync(Cancellation);
            Assert.True(exitCode == ExitCodes.Success, string.Join('\n', init.Log));
        }

        var token = await File.ReadAllTextAsync(TokenFile(fixture), Cancellation);
        fixture.Workplace.Configuration["exit_after_auth"] = JsonValue.Create(false);
        await using var sidecar = AgentProcess.Start(fixture.Workplace);
        var wait = await AskAsync(fixture, "wait", "-timeout=20s");

        Assert.True(wait.ExitCode == ExitCodes.Success, wait.Error + string.Join('\n', sidecar.Log));
        Assert.Equal(ExitCodes.Success, (await AskAsync(fixture, "health")).ExitCode);
        Assert.Equal(ExitCodes.Success, (await AskAsync(fixture, "status")).ExitCode);
        Assert.Equal(token, await File.ReadAllTextAsync(TokenFile(fixture), Cancellation));
        Assert.Equal(1, fixture.Vault.Server.Journal.Count("auth/kubernetes/login"));
    }

    [Fact]
    public async Task SidecarWithoutAnInitContainerBecomesReady()
    {
        await using var fixture = await StartAsync();
        (fixture.Workplace.Configuration["injector"] as JsonObject)?.Remove("hand_over");
        fixture.Workplace.Configuration["exit_after_auth"] = JsonValue.Create(false);
        await using var sidecar = AgentProcess.Start(fixture.Workplace);

        var wait = await AskAsync(fixture, "wait", "-timeout=20s");
        await sidecar.SignalAsync("TERM", Cancellation);

        Assert.True(wait.ExitCode == ExitCodes.Success, wait.Error);
        Assert.True(File.Exists(TokenFile(fixture)));
        Assert.Equal(ExitCodes.Success, await sidecar.WaitForExitAsync(Cancellation));
    }

    private static async Task<AgentFixture> StartAsync()
    {
        var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        fixture.Workplace.Configuration.Remove("template");
        (fixture.Workplace.Configuration["injector"] as JsonObject)?.Add("hand_over", Path.Combine(fixture.Workplace.Home, "cache"));
        var sinks = fixture.Workplace.Configuration["auto_auth"]?["sink"] as JsonArray;
        sinks?.Add((JsonNode)new JsonObject { ["type"] = "file", ["config"] = new JsonObject { ["path"] = TokenFile(fixture) } });
        return fixture;
    }

    private static string TokenFile(AgentFixture fixture) => Path.Combine(fixture.Workplace.Secrets, "token");

    private static Task<CommandResult> AskAsync(AgentFixture fixture, params string[] words) =>
        CommandLine.RunAsync(PublishedPrograms.Agent, words, Cancellation, new Dictionary<string, string> { ["HOME"] = fixture.Workplace.Home });
}
