using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Injector.Contracts.Diagnostics;
using Injector.Kube.Api;
using Injector.Webhook.Certificates;
using Injector.Webhook.Hosting;
using Injector.Webhook.Settings;
using Injector.Webhook.Tests.Certificates.SelfSigned;

namespace Injector.Webhook.Tests.Hosting;

/// <summary>The whole process in mode self, against an API server on a socket.</summary>
public sealed class SelfModeTests
{
    private static readonly string[] Flags = ["-listen=127.0.0.1:0", "-vault-address=http://v:8200", "-tls-auto=injector-webhook", "-tls-auto-hosts=127.0.0.1", "-shutdown-delay=0s"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serves_WithACertificateThatThePublishedBundleTrusts()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var api = new HttpKubeApi(new KubeConnection(cluster.Server.Address, Roots: null, static () => null), "tests/1.0", TimeProvider.System);
        await using var host = Host(new ClusterAccess(api, TestCluster.Namespace, string.Empty));
        Assert.Null(await host.StartAsync(Token));
        while (!host.Readiness.IsReady)
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(cluster.BundleOf(0));
        using var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } };
        using var http = new HttpClient(handler) { BaseAddress = host.Addresses[0] };
        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), Token);
        var report = await http.GetStringAsync(new Uri("/health/ready?verbose", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.NoContent, ready.StatusCode);
        Assert.Equal("[+] certificate\n[+] cluster\n[+] namespaces\n[+] running\n", report);
        await host.DrainAsync();
        Assert.Equal(string.Empty, (string?)cluster.Server.Find(TestCluster.Lease.Collection, TestCluster.Name)?["spec"]?["holderIdentity"]);
    }

    [Fact]
    public async Task Refuses_StartWithoutAnApiServer()
    {
        await using var host = Host(new ClusterAccess(Api: null, TestCluster.Namespace, "not in a cluster"));

        Assert.Equal(Catalogue.Webhook.NoKubernetes.Code, (await host.StartAsync(Token))?.Code);
    }

    private static WebhookHost Host(ClusterAccess cluster)
    {
        Assert.Empty(WebhookSettingsReader.Read(Flags, static _ => null, out var settings));
        return new WebhookHost(settings ?? throw new InvalidOperationException(), cluster, new MemoryStream(), TimeProvider.System);
    }
}
