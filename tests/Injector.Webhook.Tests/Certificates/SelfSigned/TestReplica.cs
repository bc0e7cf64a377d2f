using System.Security.Authentication;
using Injector.Kube.Api;
using Injector.Webhook.Certificates;
using Injector.Webhook.Certificates.SelfSigned;
using Injector.Webhook.Monitoring;
using Injector.Webhook.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace Injector.Webhook.Tests.Certificates.SelfSigned;

/// <summary>The certificate part of one webhook process.</summary>
internal sealed class TestReplica : IAsyncDisposable
{
    private readonly HttpKubeApi _api;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watching;

    public TestReplica(string identity, Uri server, TimeProvider time)
    {
        _api = new HttpKubeApi(new KubeConnection(server, Roots: null, static () => null), "tests/1.0", TimeProvider.System);
        Tls = new TlsState(new TlsSettings { Mode = CertificateMode.Self, Protocols = SslProtocols.None }, clients: null);
        var shared = new SharedObjects
        {
            Api = _api,
            Secret = TestCluster.Secret,
            Lease = TestCluster.Lease,
            Configurations = [TestCluster.Configuration, KubePath.ValidatingWebhook(TestCluster.Name)],
            Hosts = ["injector-webhook", "injector-webhook.injector.svc", "127.0.0.1"],
            Identity = identity,
        };

        // Pauses after failures run on the system's clock: the server is really there or really away.
        Certificates = new SelfSignedCertificates(shared, Tls, Metrics, time, static () => 0, NullLogger.Instance);
        _watching = Certificates.WatchAsync(_end.Token);
    }

    public TlsState Tls { get; }

    public BundleMetrics Metrics { get; } = new();

    public SelfSignedCertificates Certificates { get; }

    public string Shown => Tls.Certificate?.Leaf.Issuer ?? string.Empty;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        _api.Dispose();
        _end.Dispose();
    }
}
