using System.Text.Json.Nodes;
using Injector.Contracts.Agent;
using Injector.TestKit;
using Injector.TestKit.Agents;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>The agent is killed without warning and started again.</summary>
public sealed class KillTests
{
    private const int Kills = 6;
    private const string Folder = "hand-over";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KilledAgent_LeavesWholeFilesAndGoesOnWithItsToken()
    {
        await using var scene = await StartAsync();
        await using var guard = new FileGuard(scene.Files);
        var log = new List<string>();

        for (var kill = 0; kill < Kills; kill++)
        {
            await scene.WriteNextAsync();
            await scene.KillAsync();
            log.AddRange(scene.Agent.Log);
            scene.Launch();
            await scene.PublishedAsync();
        }

        Assert.Null(guard.Damage);
        Assert.Equal(1, scene.Vault.Server.Journal.Count("auth/kubernetes/login"));
        log.AddRange(scene.Agent.Log);
        Assert.DoesNotContain(log, line => line.Contains("code=VI", StringComparison.Ordinal));
        Secrecy.AssertKept(scene, log);
        Assert.True(Directory.GetDirectories(scene.Workplace.Secrets, "..2*").Length <= Kills + 2, "Generations pile up.");
    }

    [Fact]
    public async Task AgentRestartedWhileTheServerIsSealed_LeavesTheFilesAndItsReason()
    {
        await using var scene = await StartAsync();
        await using var guard = new FileGuard(scene.Files);
        scene.Vault.Server.Seal();
        await scene.KillAsync();
        (scene.Workplace.Configuration["injector"] as JsonObject ?? [])["init_patience"] = "1s";

        scene.Launch();
        var exitCode = await scene.Agent.WaitForExitAsync(Cancellation);

        var message = await File.ReadAllTextAsync(scene.Workplace.TerminationLog, Cancellation);
        Assert.Equal(ExitCodes.VaultUnreachable, exitCode);
        Assert.Contains("VI0412", message, StringComparison.Ordinal);
        Secrecy.AssertKept(scene, [message, .. scene.Agent.Log]);
        scene.Vault.Server.Unseal();
        await scene.WriteNextAsync();
        scene.Launch();
        await scene.PublishedAsync();
        Assert.Null(guard.Damage);
        Assert.Equal(1, scene.Vault.Server.Journal.Count("auth/kubernetes/login"));
    }

    private static async Task<FaultScene> StartAsync()
    {
        var scene = await FaultScene.StartAsync(new FaultSettings { Adjust = HandOver });
        var folder = scene.Workplace.PathOf(Folder);
        await Eventually.IsTrueAsync(() => Directory.EnumerateFiles(folder).Any(file => !file.EndsWith(".new", StringComparison.Ordinal)), "the agent has left its token for the next process", Cancellation);
        return scene;
    }

    private static void HandOver(AgentWorkplace workplace) =>
        (workplace.Configuration["injector"] as JsonObject ?? [])["hand_over"] = Directory.CreateDirectory(workplace.PathOf(Folder)).FullName;
}
