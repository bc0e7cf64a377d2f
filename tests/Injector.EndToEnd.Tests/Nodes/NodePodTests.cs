using System.Text.Json;
using Injector.Contracts.Pods;
using Injector.TestKit;
using k8s.Models;

namespace Injector.EndToEnd.Tests.Nodes;

/// <summary>An annotated pod from its creation to its end, on nodes: admission, start, rotation, failure, end.</summary>
public sealed class NodePodTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(NodeKind.Sandbox)]
    [InlineData(NodeKind.Real)]
    public async Task Pod_StartsWithItsFile_AndSeesARotation(NodeKind kind)
    {
        await using var cluster = await NodeCluster.StartAsync(kind);
        var pod = await cluster.Pods.CreateAsync($"cat {NodePods.File} || exit 1; {NodePods.Living}", annotations: ("template-static-secret-render-interval", "1s"));

        var ready = await cluster.Pods.ReadyAsync(pod);

        Assert.Equal(0, ready.Status.ContainerStatuses.Single().RestartCount);
        Assert.Equal("paul", await cluster.Pods.ExecuteAsync(pod, NodePods.App, "cat", NodePods.File));
        await cluster.Vault.WriteUserAsync("mary");
        await Eventually.IsTrueAsync(async () => await cluster.Pods.ExecuteAsync(pod, NodePods.App, "cat", NodePods.File) == "mary", "the app sees the new secret", Token);
    }

    [Theory]
    [InlineData(NodeKind.Sandbox)]
    [InlineData(NodeKind.Real)]
    public async Task Agent_ExplainsItself(NodeKind kind)
    {
        await using var cluster = await NodeCluster.StartAsync(kind);
        var pod = await cluster.Pods.CreateAsync(NodePods.Living);
        await cluster.Pods.ReadyAsync(pod);

        var status = await cluster.Pods.ExecuteAsync(pod, ContainerNames.Sidecar, PodPaths.AgentExecutable, "status", "-o", "json");

        using var document = JsonDocument.Parse(status);
        Assert.Contains("kv/web", document.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("paul", status, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NodeKind.Sandbox)]
    [InlineData(NodeKind.Real)]
    public async Task WrongRole_IsNamedWhereDescribeShowsIt(NodeKind kind)
    {
        await using var cluster = await NodeCluster.StartAsync(kind);
        var pod = await cluster.Pods.CreateAsync(NodePods.Living, annotations: ("role", "nobody"));

        var failed = await cluster.Pods.WaitAsync(pod, static pod => LastWords(pod).Length > 0, "the agent has ended once and said why");

        foreach (var named in (string[])["nobody", "auth/kubernetes", "default"])
        {
            Assert.Contains(named, LastWords(failed), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(NodeKind.Sandbox)]
    [InlineData(NodeKind.Real)]
    public async Task PodOfAJob_EndsWithItsApp(NodeKind kind)
    {
        await using var cluster = await NodeCluster.StartAsync(kind);
        var pod = await cluster.Pods.CreateAsync($"test \"$(cat {NodePods.File})\" = paul", restartPolicy: "Never");

        var ended = await cluster.Pods.WaitAsync(pod, static pod => pod.Status?.Phase is "Succeeded" or "Failed", "the pod has ended");

        Assert.Equal("Succeeded", ended.Status.Phase);
    }

    [Theory]
    [InlineData(NodeKind.Sandbox)]
    [InlineData(NodeKind.Real)]
    public async Task DeletedPod_RevokesItsToken(NodeKind kind)
    {
        await using var cluster = await NodeCluster.StartAsync(kind);
        var pod = await cluster.Pods.CreateAsync(NodePods.Living, annotations: ("agent-revoke-on-shutdown", "true"));
        await cluster.Pods.ReadyAsync(pod);
        Assert.Equal(0, Revocations(cluster));

        await cluster.Pods.DeleteAsync(pod);

        await Eventually.IsTrueAsync(() => Revocations(cluster) == 1, "the token is revoked", Token);
    }

    private static int Revocations(NodeCluster cluster) => cluster.Vault.Server.Journal.All.Count(static request => request.Path == "auth/token/revoke-self");

    private static string LastWords(V1Pod pod)
    {
        var agent = pod.Status?.InitContainerStatuses?.FirstOrDefault(static one => one.Name == ContainerNames.Sidecar);
        return (agent?.LastState?.Terminated ?? agent?.State?.Terminated)?.Message ?? string.Empty;
    }
}
