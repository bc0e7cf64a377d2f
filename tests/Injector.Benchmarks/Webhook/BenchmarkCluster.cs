using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Certificates;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.TestKit.Webhooks;

namespace Injector.Benchmarks.Webhook;

/// <summary>The API server of the measured webhook, in this process, with one webhook configuration.</summary>
internal sealed class BenchmarkCluster : IAsyncDisposable
{
    private const string Name = "injector";
    private const string Configurations = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";

    private readonly ServerCertificate _certificate;
    private readonly SandboxApiServer _server;
    private readonly ServiceAccountFolder _credentials;

    private BenchmarkCluster(ServerCertificate certificate, SandboxApiServer server)
    {
        _certificate = certificate;
        _server = server;
        _credentials = new ServiceAccountFolder(certificate.AuthorityPem, "token", Name);
    }

    /// <summary>The webhook's flags for it.</summary>
    public IEnumerable<string> Flags =>
    [
        "-tls-mode=self", $"-tls-auto={Name}", $"-tls-auto-name={Name}", "-tls-auto-hosts=127.0.0.1", $"-service-account-folder={_credentials.FullName}",
    ];

    /// <summary>The published bundle; empty before it is.</summary>
    public string Bundle => (string?)_server.Find(Configurations, Name)?["webhooks"]?[0]?["clientConfig"]?["caBundle"] is { } text
        ? Encoding.UTF8.GetString(Convert.FromBase64String(text))
        : string.Empty;

    public static async Task<BenchmarkCluster> StartAsync()
    {
        var certificate = new ServerCertificate(TimeProvider.System);
        var cluster = new BenchmarkCluster(certificate, await SandboxApiServer.StartTlsAsync(certificate, TimeProvider.System, CancellationToken.None));
        cluster._server.Create(Configurations, Configuration());
        return cluster;
    }

    /// <summary>Becomes a cluster in which no webhook has run yet.</summary>
    public void Forget()
    {
        _server.Delete($"/api/v1/namespaces/{Name}/secrets", $"{Name}-ca");
        _server.Delete($"/apis/coordination.k8s.io/v1/namespaces/{Name}/leases", Name);
        _server.Delete(Configurations, Name);
        _server.Create(Configurations, Configuration());
    }

    /// <summary>What the kubelet sets in every container.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["KUBERNETES_SERVICE_HOST"] = _server.Address.Host,
        ["KUBERNETES_SERVICE_PORT"] = _server.Address.Port.ToString(CultureInfo.InvariantCulture),
    };

    private static JsonObject Configuration() => new()
    {
        ["kind"] = "MutatingWebhookConfiguration",
        ["metadata"] = new JsonObject { ["name"] = Name },
        ["webhooks"] = new JsonArray(new JsonObject { ["name"] = "pods.vault-injector.dev", ["clientConfig"] = new JsonObject() }),
    };

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _credentials.Dispose();
        _certificate.Dispose();
    }
}
