using System.Security.Authentication;
using Injector.Webhook.Certificates;
using Injector.Webhook.Certificates.SelfSigned;
using Injector.Webhook.Settings;

namespace Injector.Webhook.Tests.Certificates;

/// <summary>Calls that come before the process has a certificate.</summary>
public sealed class EarlyHandshakeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waits_ForTheFirstCertificate()
    {
        var tls = State();
        var handshake = tls.ForHandshakeAsync(Token).AsTask();
        var waited = !handshake.IsCompleted;
        var certificate = Authority.Create(TimeProvider.System.GetUtcNow()).Sign(["localhost"], TimeProvider.System.GetUtcNow());
        tls.Use(certificate);

        Assert.True(waited);
        Assert.Same(certificate.Context, (await handshake).ServerCertificateContext);
        Assert.True(tls.ForHandshakeAsync(Token).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Ends_WhenTheHandshakeTakesTooLong()
    {
        using var patience = new CancellationTokenSource();
        var handshake = State().ForHandshakeAsync(patience.Token).AsTask();
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => handshake);
    }

    private static TlsState State() => new(new TlsSettings { Mode = CertificateMode.Self, Protocols = SslProtocols.None }, clients: null);
}
