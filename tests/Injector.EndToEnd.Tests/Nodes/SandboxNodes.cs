using System.Text;
using Injector.EndToEnd.Tests.Images;
using Injector.Sandbox.Kubernetes;
using Injector.Sandbox.Kubernetes.Cluster;
using Injector.Sandbox.Pods;
using Injector.TestKit;
using k8s;

namespace Injector.EndToEnd.Tests.Nodes;

/// <summary>A cluster on this machine, whose pods are local processes.</summary>
internal sealed class SandboxNodes : IAsyncDisposable
{
    private const string AgentImage = "agent:published";

    private readonly LocalCluster _cluster;
    private readonly ServiceAccountTokenIssuer _tokens;

    private SandboxNodes(LocalCluster cluster, ServiceAccountTokenIssuer tokens, NodeSettings settings)
    {
        _cluster = cluster;
        _tokens = tokens;
        Settings = settings;
    }

    public NodeSettings Settings { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SandboxNodes> StartAsync()
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Agent), "The agent is not published; 'make publish-agent' does it.");
        await ImagePods.SkipUnlessMountsAreAllowedAsync();
        var tokens = new ServiceAccountTokenIssuer(TimeProvider.System);
        var options = new LocalClusterOptions
        {
            Images = reference => reference == AgentImage ? AgentImages.Scratch(PublishedPrograms.Agent) : LocalImage.Host,
            Tokens = tokens,
            Time = TimeProvider.System,
            Chance = new Random(1).NextDouble,
        };
        var cluster = await LocalCluster.StartAsync(options, Token);
        using var kubeconfig = new MemoryStream(Encoding.UTF8.GetBytes(cluster.Kubeconfig()));
        var client = new Kubernetes(await KubernetesClientConfiguration.BuildConfigFromConfigFileAsync(kubeconfig));
        return new SandboxNodes(cluster, tokens, new NodeSettings(client, AgentImage, "app:any", "127.0.0.1"));
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _tokens.Dispose();
    }
}
