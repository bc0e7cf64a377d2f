using System.Text.Json.Nodes;
using Injector.Contracts.Agent;
using Injector.Sandbox.Vault;
using Injector.TestKit;
using Injector.TestKit.Agents;
using Injector.TestKit.Processes;

namespace Injector.EndToEnd.Tests.Agent.Budget;

/// <summary>Keeps the published agent small. Times are not compared here: they depend on what else the machine does.</summary>
public sealed class AgentBudgetTests
{
    private const int Secrets = 10;
    private const int FirstRotations = 100;
    private const int Rotations = 300;
    private const int Readings = 40;

    // Changes to the start take methods away and add others.
    private const double Ordered = 0.85;

    // What one reading differs from the next by without any growth: a thread of the pool more or less.
    private const long Growth = 512 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Binary_StaysSmall()
    {
        SkipUnlessPublished();

        AgentBudget.Check("binary_bytes", new FileInfo(PublishedPrograms.Agent).Length);
    }

    [Fact]
    public async Task Code_BeginsWithWhatAStartCalls()
    {
        SkipUnlessPublished();
        var symbols = PublishedPrograms.Agent + ".dbg";
        Assert.SkipUnless(File.Exists(symbols), $"The agent's symbols are not in '{symbols}'.");
        HashSet<string> called = [.. await File.ReadAllLinesAsync(Repository.PathOf("src", "Injector.Agent", "StartOrder.txt"), Cancellation)];

        var methods = SymbolTable.Read(symbols).Methods();
        var share = methods.Take(called.Count).Count(method => called.Contains(method.Name)) / (double)called.Count;

        Assert.True(share >= Ordered, $"{share:P0} of the methods at the front are those of a start; 'make agent-order' writes StartOrder.txt anew.");
    }

    [Fact]
    public async Task Start_NeedsFewRequests()
    {
        SkipUnlessPublished();
        await using var vault = await ExampleVault.StartAsync(SandboxTransport.Https, Secrets);
        using var workplace = vault.Workplace();
        await using var agent = AgentProcess.Start(workplace);

        Assert.Equal(ExitCodes.Success, await agent.WaitForExitAsync(Cancellation));

        AgentBudget.Check("requests_to_start", vault.Journal.All.Count);
    }

    [Fact]
    public async Task Sidecar_NeedsLittleMemory_AndDoesNotGrow()
    {
        SkipUnlessPublished();
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "The agent does not let other users look at its memory; only root can measure it.");
        await using var vault = await ExampleVault.StartAsync(SandboxTransport.Https, Secrets);
        using var workplace = vault.Workplace();
        workplace.Configuration["exit_after_auth"] = JsonValue.Create(false);
        workplace.Configuration["template_config"] = new JsonObject { ["static_secret_render_interval"] = "20ms" };
        await using var agent = AgentProcess.Start(workplace);

        await RotateAsync(vault, workplace, 1, FirstRotations);
        var early = await BetweenRoundsAsync(agent);
        await RotateAsync(vault, workplace, FirstRotations + 1, Rotations);
        var late = await BetweenRoundsAsync(agent);

        AgentBudget.Check("resident_bytes", early.Resident);
        AgentBudget.Check("private_dirty_bytes", early.PrivateDirty);
        Assert.True(late.PrivateDirty <= early.PrivateDirty + Growth, $"{early.PrivateDirty} bytes after {FirstRotations} rotations, {late.PrivateDirty} after {Rotations}");
    }

    // What the agent holds between two rounds: the garbage of the round that is under way at a reading depends on the machine.
    private static async Task<MemoryReading> BetweenRoundsAsync(AgentProcess agent)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var least = MemoryReading.Of(agent.Id);
        for (var reading = 1; reading < Readings && await timer.WaitForNextTickAsync(Cancellation); reading++)
        {
            var next = MemoryReading.Of(agent.Id);
            least = next.PrivateDirty < least.PrivateDirty ? next : least;
        }

        return least;
    }

    private static async Task RotateAsync(ExampleVault vault, AgentWorkplace workplace, int first, int last)
    {
        for (var rotation = first; rotation <= last; rotation++)
        {
            await vault.RotateAsync(rotation);
            await Eventually.IsTrueAsync(() => vault.IsPublished(workplace, rotation), $"generation {rotation} is published", Cancellation);
        }
    }

    private static void SkipUnlessPublished() =>
        Assert.SkipUnless(File.Exists(PublishedPrograms.Agent), "The agent is not published; 'make publish-agent' does it.");
}
