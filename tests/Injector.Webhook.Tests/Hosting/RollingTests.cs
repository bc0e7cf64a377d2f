using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Injector.Kube.Api;
using Injector.Webhook.Certificates;
using Injector.Webhook.Hosting;
using Injector.Webhook.Settings;
using Injector.Webhook.Tests.Admission;
using Injector.Webhook.Tests.Certificates.SelfSigned;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Webhook.Tests.Hosting;

/// <summary>
/// Whole replicas on sockets, replaced one by one while an API server that trusts the published bundle asks without a pause. Of two that follow each
/// other one is five minutes fast and one five minutes slow. The same with published processes, whose clock cannot be changed: end-to-end tests.
/// </summary>
public sealed class RollingTests
{
    private const int Rolls = 20;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly string[] Flags = ["-listen=127.0.0.1:0", "-vault-address=http://v:8200", "-tls-auto=injector-webhook", "-tls-auto-hosts=127.0.0.1", "-shutdown-delay=1s"];

    private readonly List<WebhookHost> _endpoints = [];
    private readonly Lock _turn = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private Task _asking = Task.CompletedTask;
    private int _answered;
    private int _started;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoAdmissionFails_WhileReplicasOfSkewedClocksAreReplacedAndTheSecretIsDeleted()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var api = new HttpKubeApi(new KubeConnection(cluster.Server.Address, Roots: null, static () => null), "tests/1.0", TimeProvider.System);
        await AddAsync(api, "replica-a");
        await AddAsync(api, "replica-b");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        _asking = AskAsync(cluster, end.Token);

        for (var roll = 0; roll < Rolls; roll++)
        {
            await AddAsync(api, $"replica-{roll}");
            await RemoveOldestAsync();
            if (roll == Rolls / 2)
            {
                cluster.Server.Delete(TestCluster.Secret.Collection, TestCluster.Secret.Name);
            }
        }

        await end.CancelAsync();
        await _asking;
        foreach (var host in _endpoints)
        {
            await host.DisposeAsync();
        }
    }

    // The way of an API server: any endpoint of the Service, trust from the bundle as it is published now, connections kept.
    private async Task AskAsync(TestCluster cluster, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, errors) => IsTrusted(cluster, shown, errors) },
        };
        using var http = new HttpClient(handler);
        while (!cancellationToken.IsCancellationRequested)
        {
            Uri address;
            lock (_turn)
            {
                address = _endpoints[_answered % _endpoints.Count].Addresses[0];
            }

            using var content = new StringContent(Reviews.OfPod(), Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri(address, "/mutate"), content, CancellationToken.None);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Interlocked.Increment(ref _answered);
        }
    }

    private static bool IsTrusted(TestCluster cluster, X509Certificate? shown, SslPolicyErrors errors)
    {
        if (shown is not X509Certificate2 certificate || errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return false;
        }

        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.ImportFromPem(cluster.BundleOf(0));
        return chain.Build(certificate);
    }

    private async Task AddAsync(HttpKubeApi api, string name)
    {
        Assert.Empty(WebhookSettingsReader.Read(Flags, variable => variable == "POD_NAME" ? name : null, out var settings));
        var host = new WebhookHost(settings ?? throw new InvalidOperationException(), new ClusterAccess(api, TestCluster.Namespace, string.Empty), new MemoryStream(), new SkewedTime(_time, _started++ % 2 == 0 ? Skew : -Skew));
        Assert.Null(await host.StartAsync(Token));
        while (!host.Readiness.IsReady)
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        lock (_turn)
        {
            _endpoints.Add(host);
        }
    }

    private async Task RemoveOldestAsync()
    {
        WebhookHost oldest;
        lock (_turn)
        {
            oldest = _endpoints[0];
        }

        // The Service learns of the end through readiness, while the replica still answers.
        var draining = oldest.DrainAsync();
        lock (_turn)
        {
            _endpoints.Remove(oldest);
        }

        // What was sent before the Service knew is answered before the delay is over.
        var seen = _answered;
        while (_answered < seen + 2)
        {
            Token.ThrowIfCancellationRequested();
            Assert.False(_asking.IsFaulted, _asking.Exception?.ToString());
            await Task.Yield();
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        await draining;
        await oldest.DisposeAsync();
    }
}
