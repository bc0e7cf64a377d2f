using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Sandbox.Admission;
using Injector.Sandbox.Certificates;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.TestKit.Webhooks;

namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>The API server in memory, with exactly the rights that the chart grants. Admissions are made here, with the bundle as it is published in the same moment.</summary>
internal sealed class SandboxCluster : IApiServer
{
    private const string Namespace = "injector";
    private const string Token = "token-of-the-webhook";
    private const string Configurations = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";
    private const string Secrets = $"/api/v1/namespaces/{Namespace}/secrets";
    private const string Leases = $"/apis/coordination.k8s.io/v1/namespaces/{Namespace}/leases";

    // Of HTTP/2: the connection ends in good order.
    private const long NoError = 0;

    private static readonly string[] Serving = ["get", "watch", "update"];
    private static readonly string[] Publishing = ["get", "watch", "patch"];

    private readonly ServerCertificate _certificate;
    private readonly SandboxApiServer _server;
    private readonly ServiceAccountFolder _credentials;
    private readonly BundleClients _clients = new();
    private readonly byte[] _review = Encoding.UTF8.GetBytes(PodReviews.OfCreation(Pods.Annotated("shop"), "6054a228-137c-40ab-8190-872b895439f9").ToJsonString());
    private Uri? _webhook;

    private SandboxCluster(ServerCertificate certificate, SandboxApiServer server)
    {
        _certificate = certificate;
        _server = server;
        _credentials = new ServiceAccountFolder(certificate.AuthorityPem, Token, Namespace);
        server.Conditions.Token = Token;
        server.Conditions.Grants =
        [
            new ApiGrant("secrets", Serving, [$"{Name}-ca"]),
            new ApiGrant("secrets", ["create"], []),
            new ApiGrant("leases", ["get", "update"], [Name]),
            new ApiGrant("leases", ["create"], []),
            new ApiGrant("mutatingwebhookconfigurations", Publishing, [Name]),
            new ApiGrant("validatingwebhookconfigurations", Publishing, [Name]),
            new ApiGrant("nodes", ["list"], []),
            new ApiGrant("namespaces", ["list", "watch"], []),
        ];
    }

    public Uri Address => _server.Address;

    public string ServiceAccountFolder => _credentials.FullName;

    public string Name => "injector";

    public string Hosts => "127.0.0.1";

    public TimeSpan Heeding => TimeSpan.Zero;

    public static async Task<SandboxCluster> StartAsync()
    {
        var certificate = new ServerCertificate(TimeProvider.System);
        return new SandboxCluster(certificate, await SandboxApiServer.StartTlsAsync(certificate, TimeProvider.System, TestContext.Current.CancellationToken));
    }

    public Task RegisterAsync(int servicePort)
    {
        _webhook = new Uri($"https://127.0.0.1:{servicePort}/mutate?timeout=10s");
        _server.Create(Configurations, new JsonObject
        {
            ["apiVersion"] = "admissionregistration.k8s.io/v1",
            ["kind"] = "MutatingWebhookConfiguration",
            ["metadata"] = new JsonObject { ["name"] = Name },
            ["webhooks"] = new JsonArray(new JsonObject
            {
                ["name"] = "pods.vault-injector.dev",
                ["clientConfig"] = new JsonObject { ["service"] = new JsonObject { ["name"] = Name, ["namespace"] = Namespace, ["path"] = "/mutate" } },
            }),
        });
        return Task.CompletedTask;
    }

    public Task<string> BundleAsync() => Task.FromResult(Bundle());

    public Task DamageBundleAsync()
    {
        _server.Change(Configurations, Name, static body =>
        {
            if (body["webhooks"]?[0]?["clientConfig"] is JsonObject client)
            {
                client["caBundle"] = Convert.ToBase64String("damaged"u8);
            }
        });
        return Task.CompletedTask;
    }

    public Task DeleteAuthorityAsync()
    {
        _server.Delete(Secrets, $"{Name}-ca");
        return Task.CompletedTask;
    }

    public Task RotateAuthorityAsync()
    {
        _server.Change(Secrets, $"{Name}-ca", static body =>
        {
            if (body["metadata"] is JsonObject metadata)
            {
                metadata["annotations"] = new JsonObject { ["vault-injector.dev/rotate"] = "now" };
            }
        });
        return Task.CompletedTask;
    }

    public Task<string> LeaderAsync() => Task.FromResult((string?)_server.Find(Leases, Name)?["spec"]?["holderIdentity"] ?? string.Empty);

    public async Task AdmitAsync(AdmissionConnection connection, CancellationToken cancellationToken)
    {
        var bundle = Bundle();
        try
        {
            if (connection == AdmissionConnection.Kept)
            {
                await CallKeptAsync(bundle, cancellationToken);
                return;
            }

            using var fresh = BundleClients.Fresh(bundle);
            await CallAsync(fresh, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            throw new HttpRequestException("The bundle or the answer cannot be read.", unreadable);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _clients.Dispose();
        await _server.DisposeAsync();
        _credentials.Dispose();
        _certificate.Dispose();
    }

    private string Bundle()
    {
        var text = (string?)_server.Find(Configurations, Name)?["webhooks"]?[0]?["clientConfig"]?["caBundle"] ?? string.Empty;
        return Encoding.UTF8.GetString(Convert.FromBase64String(text));
    }

    private async Task CallKeptAsync(string bundle, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(_clients.Kept(bundle), cancellationToken);
        }
        catch (HttpRequestException closed) when (closed.InnerException is HttpProtocolException { ErrorCode: NoError })
        {
            // The server took its leave in the moment the request went out. The client of a real API server then opens another connection, .NET's not always.
            await CallAsync(_clients.Kept(bundle), cancellationToken);
        }
    }

    private async Task CallAsync(HttpClient client, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(_review);
        content.Headers.ContentType = new("application/json");
        using var answer = await client.PostAsync(_webhook, content, cancellationToken);
        var review = JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        if (answer.StatusCode != HttpStatusCode.OK || review?["response"]?["patch"] is null)
        {
            throw new HttpRequestException($"The answer is {answer.StatusCode}, without a patch: {review?.ToJsonString()}");
        }
    }
}
