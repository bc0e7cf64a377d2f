using System.Net;
using System.Text.Json;
using Injector.Contracts.Pods;
using Injector.EndToEnd.Tests.Images;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Pods;
using Injector.TestKit;
using Injector.TestKit.Vault;
using Microsoft.Extensions.Time.Testing;

namespace Injector.EndToEnd.Tests.Agent;

/// <summary>
/// A pod as the reference injector makes it runs our agent's image with a shell unchanged: a shell line decodes the configuration, starts
/// <c>vault agent -config=…</c>, and its pre-stop hook calls <c>vault token revoke -self</c>.
/// </summary>
public sealed class ReferenceStartTests
{
    [Fact]
    public async Task Runs_UnderTheStartContractOfTheReference()
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Agent), "The agent is not published; 'make publish-agent' does it.");
        await using var server = await WebPodServer.StartAsync();
        var kubelet = new FakeTimeProvider();
        var runner = new PodRunner(server.OptionsFor(AgentImages.Shell(PublishedPrograms.Agent)) with { Time = kubelet });
        await using var pod = await runner.StartAsync(JsonSerializer.SerializeToElement(ReferencePod.Create(server.Vault.Server.Address)), server.Limit);

        var status = await pod.WaitUntilReadyAsync(server.Limit);

        Assert.True(status.IsReady, ImagePods.Report(pod));
        Assert.IsType<ContainerState.Terminated>(status.Container(ContainerNames.Init).State);
        Assert.Equal("paul", (await pod.ExecuteAsync("web", ["cat", "/vault/secrets/web"], server.Limit)).Output.Trim());
        string[] read = ["/bin/sh", "-c", $"until test -s {PodPaths.TokenSink}; do sleep 0.02; done; cat {PodPaths.TokenSink}"];
        var token = await pod.ExecuteAsync(ContainerNames.Sidecar, read, server.Limit);
        using var agent = new VaultAdministrator(server.Vault.Server.Address, token.Output.Trim(), PinnedRoot.Handler(null));
        Assert.NotNull(await agent.ReadAsync("auth/token/lookup-self", server.Limit));

        // The shell is the container's first process and leaves SIGTERM to nobody: with this contract a pod ends with its grace period.
        var stop = pod.StopAsync(server.Limit);
        await Eventually.IsTrueAsync(() => Ended(kubelet, stop), "the pod has ended", server.Limit);
        await stop;

        var refusal = await Assert.ThrowsAsync<VaultAdministrationException>(() => agent.ReadAsync("auth/token/lookup-self", server.Limit));
        Assert.Equal(HttpStatusCode.Forbidden, refusal.Status);
    }

    private static bool Ended(FakeTimeProvider kubelet, Task stop)
    {
        kubelet.Advance(TimeSpan.FromMilliseconds(100));
        return stop.IsCompleted;
    }
}
