using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Injector.TestKit.Webhooks;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>
/// The API server of <c>INJECTOR_TEST_KUBECONFIG</c>. It calls the webhook itself, for pods that are created with <c>dryRun</c> in a namespace of
/// this test alone. The replicas have a ServiceAccount with exactly the rights that the chart grants.
/// </summary>
internal sealed class RealCluster : IApiServer
{
    private readonly Kubernetes _client;
    private readonly ServiceAccountFolder _credentials;
    private readonly string _host;

    private RealCluster(Kubernetes client, string name, Uri address, ServiceAccountFolder credentials, string host)
    {
        _client = client;
        Name = name;
        Address = address;
        _credentials = credentials;
        _host = host;
    }

    /// <summary>The kubeconfig file; null: there is no such cluster.</summary>
    public static string? Kubeconfig => Environment.GetEnvironmentVariable("INJECTOR_TEST_KUBECONFIG") is { Length: > 0 } file ? file : null;

    public Uri Address { get; }

    public string ServiceAccountFolder => _credentials.FullName;

    public string Name { get; }

    public string Hosts => _host;

    public TimeSpan Heeding => TimeSpan.FromSeconds(2);

    private string AppNamespace => $"{Name}-apps";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RealCluster> StartAsync(string kubeconfig, string host)
    {
        var configuration = await KubernetesClientConfiguration.BuildConfigFromConfigFileAsync(new FileInfo(kubeconfig));
        var client = new Kubernetes(configuration);
        var name = $"injector-test-{Guid.NewGuid():N}"[..22];
        foreach (var space in (string[])[name, $"{name}-apps"])
        {
            await client.CoreV1.CreateNamespaceAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = space } }, cancellationToken: Token);
        }

        await ClusterRights.GrantAsync(client, name, Token);
        var request = new Authenticationv1TokenRequest { Spec = new V1TokenRequestSpec { Audiences = [], ExpirationSeconds = 3600 } };
        var token = await client.CoreV1.CreateNamespacedServiceAccountTokenAsync(request, name, name, cancellationToken: Token);
        var authority = new StringBuilder();
        foreach (var certificate in configuration.SslCaCerts ?? [])
        {
            authority.AppendLine(certificate.ExportCertificatePem());
        }

        return new RealCluster(client, name, new Uri(configuration.Host), new ServiceAccountFolder(authority.ToString(), token.Status.Token, name), host);
    }

    public async Task RegisterAsync(int servicePort)
    {
        var configuration = await WebhookRegistration.RenderAsync(Name, new Uri($"https://{_host}:{servicePort}/mutate"), AppNamespace, bundle: null);
        await _client.AdmissionregistrationV1.CreateMutatingWebhookConfigurationAsync(configuration, cancellationToken: Token);
    }

    public async Task<string> BundleAsync()
    {
        var configuration = await _client.AdmissionregistrationV1.ReadMutatingWebhookConfigurationAsync(Name, cancellationToken: Token);
        return Encoding.UTF8.GetString(configuration.Webhooks[0].ClientConfig.CaBundle ?? []);
    }

    // An API server takes no bundle that is none; one that is somebody else's it does.
    public async Task DamageBundleAsync()
    {
        using var other = new Sandbox.Certificates.ServerCertificate(TimeProvider.System);
        var patch = new JsonArray(new JsonObject
        {
            ["op"] = "replace",
            ["path"] = "/webhooks/0/clientConfig/caBundle",
            ["value"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(other.AuthorityPem)),
        });
        await _client.AdmissionregistrationV1.PatchMutatingWebhookConfigurationAsync(new V1Patch(patch.ToJsonString(), V1Patch.PatchType.JsonPatch), Name, cancellationToken: Token);
    }

    public Task DeleteAuthorityAsync() => _client.CoreV1.DeleteNamespacedSecretAsync($"{Name}-ca", Name, cancellationToken: Token);

    public Task RotateAuthorityAsync()
    {
        var patch = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { ["vault-injector.dev/rotate"] = "now" } } };
        return _client.CoreV1.PatchNamespacedSecretAsync(new V1Patch(patch.ToJsonString(), V1Patch.PatchType.MergePatch), $"{Name}-ca", Name, cancellationToken: Token);
    }

    public async Task<string> LeaderAsync()
    {
        try
        {
            return (await _client.CoordinationV1.ReadNamespacedLeaseAsync(Name, Name, cancellationToken: Token)).Spec.HolderIdentity ?? string.Empty;
        }
        catch (HttpOperationException missing) when (missing.Response.StatusCode == HttpStatusCode.NotFound)
        {
            return string.Empty;
        }
    }

    // The API server keeps its connections and does its handshakes as it likes.
    public async Task AdmitAsync(AdmissionConnection connection, CancellationToken cancellationToken)
    {
        var asked = KubernetesJson.Deserialize<V1Pod>(Pods.Annotated(AppNamespace).ToJsonString());
        try
        {
            var admitted = await _client.CoreV1.CreateNamespacedPodAsync(asked, AppNamespace, dryRun: "All", cancellationToken: cancellationToken);
            if (!admitted.Spec.Containers.Concat(admitted.Spec.InitContainers ?? []).Any(static container => container.Name == "vault-agent"))
            {
                throw new HttpRequestException("The pod was admitted without an agent.");
            }
        }
        catch (HttpOperationException refused)
        {
            throw new HttpRequestException(refused.Response.Content, refused);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _client.AdmissionregistrationV1.DeleteMutatingWebhookConfigurationAsync(Name, cancellationToken: CancellationToken.None);
        await ClusterRights.RevokeAsync(_client, Name, CancellationToken.None);
        await _client.CoreV1.DeleteNamespaceAsync(AppNamespace, cancellationToken: CancellationToken.None);
        await _client.CoreV1.DeleteNamespaceAsync(Name, cancellationToken: CancellationToken.None);
        _client.Dispose();
        _credentials.Dispose();
    }
}
