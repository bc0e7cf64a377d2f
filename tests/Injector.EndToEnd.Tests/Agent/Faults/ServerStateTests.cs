using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault;
using Injector.Sandbox.Vault.Faults;
using Injector.Sandbox.Vault.Server;
using Injector.TestKit.Vault;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>The server is there and cannot serve: sealed, restarted, without an active node.</summary>
public sealed class ServerStateTests
{
    // From three quarters of four seconds on, with pauses of half a second.
    private const int AttemptsUntilTheTokenIsDead = 6;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sealed_IsSaidOnceAndWaitedFor()
    {
        await using var scene = await FaultScene.StartAsync(new FaultSettings());
        var server = scene.Vault.Server;

        await EpisodeRun.PlayAsync(scene, Episode.Of("VI0412", server.Seal, server.Unseal));
    }

    [Fact]
    public async Task Restarted_IsSaidOnceAndWaitedFor()
    {
        await using var scene = await FaultScene.StartAsync(new FaultSettings());
        var server = scene.Vault.Server;

        await EpisodeRun.PlayAsync(scene, new Episode(
            "VI0401", server.StopListeningAsync, () => server.ListenAgainAsync(Cancellation)));
    }

    [Fact]
    public async Task AwayForLongerThanTheTokenLives_IsSaidOnceForReadsAndLogin()
    {
        await using var scene = await FaultScene.StartAsync(new FaultSettings { TokenTtl = "4s" });
        var server = scene.Vault.Server;

        var outage = new Episode("VI0401", server.StopListeningAsync, () => server.ListenAgainAsync(Cancellation));
        await EpisodeRun.PlayAsync(scene, outage with { LoginFails = true, Failures = AttemptsUntilTheTokenIsDead });
    }

    [Fact]
    public async Task SealedForLongerThanTheTokenLives_IsSaidOnceForReadsAndLogin()
    {
        await using var scene = await FaultScene.StartAsync(new FaultSettings { TokenTtl = "4s" });
        var server = scene.Vault.Server;

        await EpisodeRun.PlayAsync(scene, Episode.Of("VI0412", server.Seal, server.Unseal) with { LoginFails = true, Failures = AttemptsUntilTheTokenIsDead });
    }

    [Fact]
    public async Task ReplacedByAStandby_IsFollowedToAnActiveNodeThatDoesNotKnowTheToken()
    {
        var settings = new FaultSettings { RootToken = new SecretText("root-of-both-nodes") };
        await using var scene = await FaultScene.StartAsync(settings);
        await using var active = await KubernetesVault.StartAsync(new SandboxVaultOptions { RootToken = settings.RootToken }, Cancellation);
        await active.TrustTokensOfAsync(scene.Vault, Cancellation);
        await scene.Files.WriteAsync(active, scene.Generation, Cancellation);

        var replacement = Episode.Of("VI0407", () => scene.Vault.Server.Become(NodeRole.Standby, active.Server.Address), () => { });
        await EpisodeRun.PlayAsync(scene, replacement with { Failures = 0 });

        Assert.Equal(1, active.Server.Journal.Count("auth/kubernetes/login"));
    }

    [Fact]
    public async Task StandbyWithoutActiveNode_IsSaidOnceAndWaitedFor()
    {
        await using var scene = await FaultScene.StartAsync(new FaultSettings());
        var faults = scene.Vault.Server.Faults;
        var election = new FaultRule { Method = "GET", Effect = new FaultEffect.Status(503, "local node not active but active cluster node not found") };

        await EpisodeRun.PlayAsync(scene, Episode.Of("VI0412", () => faults.Add(election), faults.Clear));
    }
}
