using System.Diagnostics;
using Injector.Contracts.Agent;
using Injector.Sandbox.Vault;
using Injector.TestKit.Agents;

namespace Injector.EndToEnd.Tests.Agent;

/// <summary>The published agent as a process: init container, sidecar, end.</summary>
public sealed class AgentLifeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SandboxTransport.Http)]
    [InlineData(SandboxTransport.Https)]
    public async Task A11_InitEndsWithZeroAfterAllFilesExist(SandboxTransport transport)
    {
        await using var fixture = await AgentFixture.StartAsync(transport);
        await using var agent = AgentProcess.Start(fixture.Workplace);

        var exitCode = await agent.WaitForExitAsync(Cancellation);

        Assert.True(exitCode == ExitCodes.Success, string.Join('\n', agent.Log));
        Assert.Equal("first", await File.ReadAllTextAsync(fixture.Published, Cancellation));
        Assert.True(File.Exists(Path.Combine(fixture.Workplace.Home, ".vault-token")));
    }

    [Fact]
    public async Task A5_SidecarPublishesAChangeWithinTheInterval()
    {
        await using var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        fixture.RunAsSidecar();
        await using var agent = AgentProcess.Start(fixture.Workplace);
        await fixture.PublishedAsync("first");

        await fixture.WriteAsync("second");

        await fixture.PublishedAsync("second");
    }

    [Theory]
    [InlineData("USR1")]
    [InlineData("USR2")]
    [InlineData("PIPE")]
    public async Task SignalsWithoutAMeaning_AreIgnored(string signal)
    {
        await using var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        fixture.RunAsSidecar();
        await using var agent = AgentProcess.Start(fixture.Workplace);
        await fixture.PublishedAsync("first");

        await agent.SignalAsync(signal, Cancellation);

        await fixture.WriteAsync("second");
        await fixture.PublishedAsync("second");
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A13_SignalEndsTheAgentWithinASecondWithZero(string signal)
    {
        await using var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        fixture.RunAsSidecar();

        // A shell lets its background jobs ignore SIGINT, and their children inherit that.
        fixture.Workplace.Launcher = ["/usr/bin/env", "--default-signal"];
        await using var agent = AgentProcess.Start(fixture.Workplace);
        await fixture.PublishedAsync("first");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);

        var sent = Stopwatch.GetTimestamp();
        await agent.SignalAsync(signal, limit.Token);
        var exitCode = await agent.WaitForExitAsync(limit.Token);

        Assert.Equal(ExitCodes.Success, exitCode);
        Assert.True(Stopwatch.GetElapsedTime(sent) < TimeSpan.FromSeconds(1), $"It took {Stopwatch.GetElapsedTime(sent)}.");
        Assert.True(File.Exists(fixture.Published));
    }

    [Fact]
    public async Task SecondSignal_DoesNotBreakOffTheEnd()
    {
        await using var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        fixture.RunAsSidecar();
        await using var agent = AgentProcess.Start(fixture.Workplace);
        await fixture.PublishedAsync("first");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AskAsync(agent)));

        Assert.Equal(ExitCodes.Success, await agent.WaitForExitAsync(Cancellation));
    }

    private static async Task AskAsync(AgentProcess agent)
    {
        try
        {
            await agent.SignalAsync("TERM", Cancellation);
        }
        catch (InvalidOperationException)
        {
            // It has ended before this one was sent.
        }
    }

    [Fact]
    public async Task A20_LogHoldsNoSecretAtTraceLevel()
    {
        await using var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        fixture.Workplace.Configuration["log_level"] = "trace";
        await using var agent = AgentProcess.Start(fixture.Workplace);

        await agent.WaitForExitAsync(Cancellation);

        var log = string.Join('\n', agent.Log);
        Assert.NotEmpty(log);
        Assert.DoesNotContain("first", log, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", log, StringComparison.Ordinal);
        Assert.DoesNotContain("hvs.", log, StringComparison.Ordinal);
    }
}
