using System.Text;
using Injector.EndToEnd.Tests.HighAvailability;
using Injector.Sandbox.Certificates;
using Injector.TestKit;
using Injector.TestKit.Webhooks;
using k8s;
using k8s.Models;

namespace Injector.EndToEnd.Tests.Nodes;

/// <summary>One namespace of a cluster with nodes, the published webhook on this machine for it, and a Vault that its pods log in to.</summary>
internal sealed class NodeCluster : IAsyncDisposable
{
    private readonly Stack<Func<Task>> _cleanUp = new();
    private readonly NodeSettings _settings;
    private readonly string _namespace = $"injector-test-{Guid.NewGuid():N}"[..22];

    private NodeCluster(NodeSettings settings)
    {
        _settings = settings;
        Pods = new NodePods(settings, _namespace);
    }

    public NodePods Pods { get; }

    public NodeVault Vault { get => field ?? throw new InvalidOperationException("The cluster is not furnished yet."); private set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<NodeCluster> StartAsync(NodeKind kind)
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Webhook), "The webhook is not published; 'make publish-webhook' does it.");
        var nodes = kind == NodeKind.Sandbox ? await SandboxNodes.StartAsync() : null;
        var cluster = new NodeCluster(nodes?.Settings ?? await NodeSettings.OfRealClusterAsync());
        if (nodes is not null)
        {
            cluster.Own(nodes);
        }

        try
        {
            await cluster.FurnishAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_cleanUp.TryPop(out var step))
        {
            await step();
        }

        _settings.Client.Dispose();
    }

    private async Task FurnishAsync()
    {
        var space = new V1Namespace { Metadata = new V1ObjectMeta { Name = _namespace, Labels = new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = _namespace } } };
        await _settings.Client.CoreV1.CreateNamespaceAsync(space, cancellationToken: Token);
        _cleanUp.Push(() => _settings.Client.CoreV1.DeleteNamespaceAsync(_namespace, cancellationToken: CancellationToken.None));
        Vault = await NodeVault.StartAsync(_settings, _namespace, await TokenKeys.ReadAsync(_settings.Client, Token));
        Own(Vault);
        await ServeAsync();
        await Pods.InjectedAsync();
    }

    private async Task ServeAsync()
    {
        var certificate = new ServerCertificate(TimeProvider.System, _settings.Host);
        _cleanUp.Push(() => Task.Run(certificate.Dispose));
        string[] flags =
        [
            $"-vault-address={Vault.Address}", $"-agent-image={_settings.AgentImage}", "-preset=modern", "-sidecar-mode=native",
            "-tls-mode=files", $"-tls-cert-file={certificate.CertificateFile}", $"-tls-key-file={certificate.KeyFile}",
        ];
        var webhook = WebhookProcess.Start(PublishedPrograms.Webhook, "injector-0", apiServer: null, flags);
        Own(webhook);
        var service = new ServiceProxy(_settings.Interface);
        Own(service);
        service.Add(await webhook.EndpointAsync(Token));
        await RegisterAsync(new Uri($"https://{_settings.Host}:{service.Port}/mutate"), certificate.AuthorityPem);
    }

    private async Task RegisterAsync(Uri webhookAddress, string authorityPem)
    {
        var configuration = await WebhookRegistration.RenderAsync(_namespace, webhookAddress, _namespace, Encoding.UTF8.GetBytes(authorityPem));
        await _settings.Client.AdmissionregistrationV1.CreateMutatingWebhookConfigurationAsync(configuration, cancellationToken: Token);
        _cleanUp.Push(() => _settings.Client.AdmissionregistrationV1.DeleteMutatingWebhookConfigurationAsync(configuration.Metadata.Name, cancellationToken: CancellationToken.None));
    }

    private void Own(IAsyncDisposable part) => _cleanUp.Push(() => part.DisposeAsync().AsTask());
}
