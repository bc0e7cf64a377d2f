using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Kube.Api;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.Webhook.Certificates.SelfSigned;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Webhook.Tests.Certificates.SelfSigned;

/// <summary>An API server with one webhook configuration, and replicas that are stepped by hand on fake time.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    public const string Namespace = "injector";
    public const string Name = "injector-webhook";

    private readonly List<TestReplica> _replicas = [];

    private TestCluster(SandboxApiServer server) => Server = server;

    public SandboxApiServer Server { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 25, 7, 0, 0, TimeSpan.Zero));

    public IReadOnlyList<TestReplica> Replicas => _replicas;

    public static KubePath Configuration { get; } = KubePath.MutatingWebhook(Name);

    public static KubePath Secret { get; } = KubePath.Secret(Namespace, $"{Name}-ca");

    public static KubePath Lease { get; } = KubePath.Lease(Namespace, Name);

    public static async Task<TestCluster> StartAsync()
    {
        var cluster = new TestCluster(await SandboxApiServer.StartAsync(TimeProvider.System, TestContext.Current.CancellationToken));
        cluster.Server.Create(Configuration.Collection, new JsonObject
        {
            ["kind"] = "MutatingWebhookConfiguration",
            ["metadata"] = new JsonObject { ["name"] = Name },
            ["webhooks"] = new JsonArray(Webhook("pods.vault-injector.dev"), Webhook("second.vault-injector.dev")),
        });
        return cluster;
    }

    /// <summary>Starts a replica, whose clock may differ.</summary>
    public TestReplica AddReplica(TimeSpan skew = default)
    {
        var replica = new TestReplica($"replica-{_replicas.Count}", Server.Address, new SkewedTime(Time, skew));
        _replicas.Add(replica);
        return replica;
    }

    public async Task KillAsync(TestReplica replica)
    {
        _replicas.Remove(replica);
        await replica.DisposeAsync();
    }

    /// <summary>Lets every replica work until something is so.</summary>
    public async Task UntilAsync(Func<bool> reached)
    {
        while (!reached())
        {
            await StepAsync();
        }
    }

    public async Task StepAsync()
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        foreach (var replica in _replicas)
        {
            await replica.Certificates.ReconcileAsync(TestContext.Current.CancellationToken);
        }

        await Task.Yield();
    }

    /// <summary>Lets time pass in steps short enough for a holder to renew the Lease, with work in between.</summary>
    public async Task PassAsync(TimeSpan duration)
    {
        for (var passed = TimeSpan.Zero; passed < duration; passed += TimeSpan.FromSeconds(3))
        {
            Time.Advance(TimeSpan.FromSeconds(3));
            await StepAsync();
        }
    }

    public AuthorityState? State() => Server.Find(Secret.Collection, Secret.Name) is { } secret
        ? AuthorityState.TryRead(System.Text.Json.JsonDocument.Parse(secret.ToJsonString()).RootElement)
        : null;

    public string BundleOf(int webhook)
    {
        var text = (string?)Server.Find(Configuration.Collection, Name)?["webhooks"]?[webhook]?["clientConfig"]?["caBundle"];
        return text is null ? string.Empty : Encoding.UTF8.GetString(Convert.FromBase64String(text));
    }

    public void SetBundle(string text) => Server.Change(Configuration.Collection, Name, body =>
    {
        if (body["webhooks"]?[0]?["clientConfig"] is JsonObject client)
        {
            client["caBundle"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        }
    });

    /// <summary>Whether an API server could call this replica now.</summary>
    public bool CanCall(TestReplica replica)
    {
        if (replica.Tls.Certificate is not { } certificate)
        {
            return false;
        }

        using var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                VerificationTimeIgnored = false,
                VerificationTime = Time.GetUtcNow().LocalDateTime,
            },
        };
        chain.ChainPolicy.CustomTrustStore.ImportFromPem(BundleOf(0));
        return chain.Build(certificate.Leaf) && certificate.Leaf.MatchesHostname("injector-webhook.injector.svc");
    }

    public bool CanCallAll() => _replicas.Count > 0 && _replicas.All(CanCall);

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }

        await Server.DisposeAsync();
    }

    private static JsonObject Webhook(string name) => new() { ["name"] = name, ["clientConfig"] = new JsonObject { ["service"] = new JsonObject { ["name"] = Name } } };
}
