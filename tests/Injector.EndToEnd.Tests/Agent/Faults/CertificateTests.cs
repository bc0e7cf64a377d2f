using System.Text.Json.Nodes;
using Injector.Sandbox.Vault;
using Injector.TestKit;
using Injector.TestKit.Agents;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>The server's certificate cannot be trusted, until the CA on disk is replaced; nobody restarts the agent.</summary>
public sealed class CertificateTests
{
    private static readonly TimeSpan LongestPause = FaultScene.MaxBackoff * 2;

    // A connection keeps the certificate it began with: each request makes its own here.
    private static void KeepNoConnection(AgentWorkplace workplace) => workplace.Configuration["disable_keep_alives"] = new JsonArray("templating");

    [Fact]
    public async Task WrongCertificate_IsSaidOnceAndTheNewCaTakenUp()
    {
        await using var scene = await FaultScene.StartAsync(new FaultSettings { Transport = SandboxTransport.Https, Adjust = KeepNoConnection });

        await EpisodeRun.PlayAsync(scene, Episode.Of("VI0403", scene.Vault.Server.ChangeIdentity, () => WriteRoots(scene)) with { LongestPause = LongestPause });
    }

    private static void WriteRoots(FaultScene scene) => File.WriteAllText(scene.Workplace.RootsFile, scene.Vault.Server.CaCertificatePem);

    [Fact]
    public async Task ExpiredCa_IsSaidOnceAndItsReplacementTakenUp()
    {
        var clock = new ShiftedClock();
        await using var scene = await FaultScene.StartAsync(new FaultSettings { Transport = SandboxTransport.Https, Clock = clock, Adjust = KeepNoConnection });

        await EpisodeRun.PlayAsync(scene, Episode.Of("VI0403", () => Expire(scene, clock), () => Renew(scene)) with { LongestPause = LongestPause });
    }

    private static void Expire(FaultScene scene, ShiftedClock clock)
    {
        clock.Difference = -TimeSpan.FromDays(60);
        scene.Vault.Server.ChangeIdentity();
        clock.Difference = TimeSpan.Zero;
        WriteRoots(scene);
    }

    private static void Renew(FaultScene scene)
    {
        scene.Vault.Server.ChangeIdentity();
        WriteRoots(scene);
    }
}
