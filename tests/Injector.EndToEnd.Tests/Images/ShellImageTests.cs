using Injector.Contracts.Pods;
using Injector.EndToEnd.Tests.Agent;
using Injector.Sandbox.Pods;

namespace Injector.EndToEnd.Tests.Images;

/// <summary>The agent's image with a shell, in a pod that a stock injector patched.</summary>
public sealed class ShellImageTests
{
    [Fact]
    public async Task Runs_UnderTheStartContractOfTheReferenceAndEndsWhenAsked()
    {
        using var image = ImageUnderTest.Built("agent-shell");
        await using var server = await WebPodServer.StartAsync();
        await using var pod = await ImagePods.StartAsync(server.OptionsFor(image.ToLocalImage()), ReferencePod.Create(server.Vault.Server.Address), server.Limit);

        var status = await pod.WaitUntilReadyAsync(server.Limit);

        Assert.True(status.IsReady, ImagePods.Report(pod));
        Assert.Equal("paul", (await pod.ExecuteAsync("web", ["cat", "/vault/secrets/web"], server.Limit)).Output.Trim());
        string[] tokenIsThere = ["/bin/sh", "-c", $"until test -s {PodPaths.TokenSink}; do sleep 0.02; done"];
        Assert.Equal(0, (await pod.ExecuteAsync(ContainerNames.Sidecar, tokenIsThere, server.Limit)).ExitCode);

        // The image's shell replaces itself with the last command of a line, so the signal reaches the agent; killed by the kubelet, it would end with 137.
        var ended = await pod.StopAsync(server.Limit);
        Assert.Equal(0, Assert.IsType<ContainerState.Terminated>(ended.Container(ContainerNames.Sidecar).State).ExitCode);
    }
}
