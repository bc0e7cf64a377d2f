using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Contracts.Pods;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Kubernetes;
using Injector.Sandbox.Pods;
using Injector.Sandbox.Vault;
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
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Runs_UnderTheStartContractOfTheReference()
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Agent), "The agent is not published; 'make publish-agent' does it.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        await using var vault = await KubernetesVault.StartAsync(new SandboxVaultOptions(), limit.Token);
        await vault.WriteSecretAsync("web", new JsonObject { ["user"] = "paul" }, limit.Token);
        var kubelet = new FakeTimeProvider();
        await using var pod = await StartAsync(vault, kubelet, limit.Token);

        var status = await pod.WaitUntilReadyAsync(limit.Token);

        Assert.True(status.IsReady, $"{status.Summary}: {string.Join('\n', pod.Log.Lines.Select(line => $"{line.Container}: {line.Text}"))}");
        Assert.IsType<ContainerState.Terminated>(status.Container(ContainerNames.Init).State);
        Assert.Equal("paul", (await pod.ExecuteAsync("web", ["cat", "/vault/secrets/web"], limit.Token)).Output.Trim());
        string[] read = ["/bin/sh", "-c", $"until test -s {PodPaths.TokenSink}; do sleep 0.02; done; cat {PodPaths.TokenSink}"];
        var token = await pod.ExecuteAsync(ContainerNames.Sidecar, read, limit.Token);
        using var agent = new VaultAdministrator(vault.Server.Address, token.Output.Trim(), PinnedRoot.Handler(null));
        Assert.NotNull(await agent.ReadAsync("auth/token/lookup-self", limit.Token));

        // The shell is the container's first process and leaves SIGTERM to nobody: with this contract a pod ends with its grace period.
        var stop = pod.StopAsync(limit.Token);
        await Eventually.IsTrueAsync(() => Ended(kubelet, stop), "the pod has ended", limit.Token);
        await stop;

        var refusal = await Assert.ThrowsAsync<VaultAdministrationException>(() => agent.ReadAsync("auth/token/lookup-self", limit.Token));
        Assert.Equal(HttpStatusCode.Forbidden, refusal.Status);
    }

    private static bool Ended(FakeTimeProvider kubelet, Task stop)
    {
        kubelet.Advance(TimeSpan.FromMilliseconds(100));
        return stop.IsCompleted;
    }

    private static Task<RunningPod> StartAsync(KubernetesVault vault, TimeProvider kubelet, CancellationToken cancellationToken)
    {
        var runner = new PodRunner(new PodRunnerOptions
        {
            Images = new Dictionary<string, LocalImage> { ["agent"] = AgentImages.Shell(PublishedPrograms.Agent), ["web"] = LocalImage.Host },
            Tokens = new Tokens(vault),
            Time = kubelet,
        });
        return runner.StartAsync(JsonSerializer.SerializeToElement(ReferencePod.Create(vault.Server.Address)), cancellationToken);
    }

    private sealed class Tokens(KubernetesVault vault) : IServiceAccountTokens
    {
        public SecretText Issue(ServiceAccountTokenRequest request) => new(vault.ServiceAccountToken());
    }
}
