using System.Text.Json.Nodes;
using Injector.Contracts.Pods;
using Injector.EndToEnd.Tests.Agent;
using Injector.Sandbox.Pods;
using Injector.Sandbox.Vault;
using Injector.TestKit.Vault;

namespace Injector.EndToEnd.Tests.Images;

/// <summary>The agent's image with a shell, in a pod that a stock injector patched.</summary>
public sealed class ShellImageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Runs_UnderTheStartContractOfTheReferenceAndEndsWhenAsked()
    {
        using var image = ImageUnderTest.Built("agent-shell");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        await using var vault = await KubernetesVault.StartAsync(new SandboxVaultOptions(), limit.Token);
        await vault.WriteSecretAsync("web", new JsonObject { ["user"] = "paul" }, limit.Token);
        var options = new PodRunnerOptions
        {
            Images = new Dictionary<string, LocalImage> { ["agent"] = image.ToLocalImage(), ["web"] = LocalImage.Host },
            Tokens = new ImagePods.Tokens(vault),
            Time = TimeProvider.System,
        };
        await using var pod = await ImagePods.StartAsync(options, ReferencePod.Create(vault.Server.Address), limit.Token);

        var status = await pod.WaitUntilReadyAsync(limit.Token);

        Assert.True(status.IsReady, ImagePods.Report(pod));
        Assert.Equal("paul", (await pod.ExecuteAsync("web", ["cat", "/vault/secrets/web"], limit.Token)).Output.Trim());
        string[] tokenIsThere = ["/bin/sh", "-c", $"until test -s {PodPaths.TokenSink}; do sleep 0.02; done"];
        Assert.Equal(0, (await pod.ExecuteAsync(ContainerNames.Sidecar, tokenIsThere, limit.Token)).ExitCode);

        // The image's shell replaces itself with the last command of a line, so the signal reaches the agent; killed by the kubelet, it would end with 137.
        var ended = await pod.StopAsync(limit.Token);
        Assert.Equal(0, Assert.IsType<ContainerState.Terminated>(ended.Container(ContainerNames.Sidecar).State).ExitCode);
    }
}
