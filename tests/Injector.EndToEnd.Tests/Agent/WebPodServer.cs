using System.Text.Json.Nodes;
using Injector.EndToEnd.Tests.Images;
using Injector.Sandbox.Pods;
using Injector.Sandbox.Vault;
using Injector.TestKit.Vault;

namespace Injector.EndToEnd.Tests.Agent;

/// <summary>The server that a pod <c>web</c> logs in to, with its one secret, and a limit for the whole test.</summary>
internal sealed class WebPodServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _limit;

    private WebPodServer(KubernetesVault vault, CancellationTokenSource limit) => (Vault, _limit) = (vault, limit);

    public KubernetesVault Vault { get; }

    public CancellationToken Limit => _limit.Token;

    public static async Task<WebPodServer> StartAsync()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        var server = new WebPodServer(await KubernetesVault.StartAsync(new SandboxVaultOptions(), limit.Token), limit);
        await server.WriteUserAsync("paul");
        return server;
    }

    /// <summary>Writes a new version of the secret.</summary>
    public Task WriteUserAsync(string user) => Vault.WriteSecretAsync("web", new JsonObject { ["user"] = user }, Limit);

    /// <summary>How pods run: the app in this machine's file system, the agent in its image's.</summary>
    public PodRunnerOptions OptionsFor(LocalImage agent) => new()
    {
        Images = new Dictionary<string, LocalImage> { ["agent"] = agent, ["web"] = LocalImage.Host },
        Tokens = new ImagePods.Tokens(Vault),
        Time = TimeProvider.System,
    };

    public async ValueTask DisposeAsync()
    {
        await Vault.DisposeAsync();
        _limit.Dispose();
    }
}
