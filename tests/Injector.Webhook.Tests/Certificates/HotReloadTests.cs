using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Injector.Contracts.Diagnostics;
using Injector.Webhook.Certificates;
using Injector.Webhook.Tests.Hosting;

namespace Injector.Webhook.Tests.Certificates;

public sealed class HotReloadTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("")]
    public async Task Shows_ChangedCertificateToNewConnections(string serverName)
    {
        await using var webhook = await RunningWebhook.StartAsync();
        Assert.Equal("CN=first", await SubjectAsync(webhook, serverName));

        webhook.Files.Write("CN=second");
        await AdvanceUntilAsync(webhook, static subject => subject == "CN=second");

        Assert.Equal("CN=second", await SubjectAsync(webhook, serverName));
    }

    [Fact]
    public async Task Keeps_FormerCertificateWhenThePairDoesNotFit()
    {
        await using var webhook = await RunningWebhook.StartAsync();

        webhook.Files.BreakKey();
        while (!webhook.Log.Contains(Catalogue.Webhook.CertificateNotReloaded.Code, StringComparison.Ordinal))
        {
            webhook.Time.Advance(CertificateFileReload.Interval);
            await Task.Yield();
        }

        Assert.Equal("CN=first", await SubjectAsync(webhook, "localhost"));
    }

    [Fact]
    public async Task Keeps_OpenConnectionsOverAReload()
    {
        await using var webhook = await RunningWebhook.StartAsync();
        using var before = await webhook.GetAsync("/health/ready");

        webhook.Files.Write("CN=second");
        await AdvanceUntilAsync(webhook, static subject => subject == "CN=second");
        using var after = await webhook.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.NoContent, before.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, after.StatusCode);
    }

    private static async Task AdvanceUntilAsync(RunningWebhook webhook, Predicate<string?> reached)
    {
        while (!reached(webhook.Host.Tls.Certificate?.Leaf.Subject))
        {
            webhook.Time.Advance(CertificateFileReload.Interval);
            await Task.Yield();
        }
    }

    private static async Task<string> SubjectAsync(RunningWebhook webhook, string serverName)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, webhook.Address.Port, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(socket.GetStream(), leaveInnerStreamOpen: false, webhook.Files.Accepts);
        await tls.AuthenticateAsClientAsync(serverName);
        return tls.RemoteCertificate is X509Certificate2 shown ? shown.Subject : string.Empty;
    }
}
