using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Injector.Webhook.Settings;

namespace Injector.Webhook.Certificates;

/// <summary>
/// What a handshake needs, behind one reference: a reload builds new options and swaps them in. Every client gets the current certificate,
/// also one that names no server (the reference gives those the certificate of its start).
/// </summary>
internal sealed class TlsState
{
    private readonly TlsSettings _settings;
    private readonly ClientCertificateCheck? _clients;
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Snapshot? _current;

    public TlsState(TlsSettings settings, ClientCertificateCheck? clients)
    {
        _settings = settings;
        _clients = clients;
    }

    /// <summary>The certificate in use; null before there is one.</summary>
    public ServingCertificate? Certificate => _current?.Certificate;

    /// <summary>Shows <paramref name="certificate"/> in every handshake from now on.</summary>
    public void Use(ServingCertificate certificate)
    {
        _current = new Snapshot(certificate, Options(certificate));
        _first.TrySetResult();
    }

    /// <summary>Options for one handshake. Before there is a certificate the handshake waits: a call that comes a moment too early is answered.</summary>
    /// <param name="cancellationToken">Ends the wait: the handshake takes too long.</param>
    public ValueTask<SslServerAuthenticationOptions> ForHandshakeAsync(CancellationToken cancellationToken) =>
        _current is { } current ? ValueTask.FromResult(current.Options) : AfterFirstAsync(cancellationToken);

    private async ValueTask<SslServerAuthenticationOptions> AfterFirstAsync(CancellationToken cancellationToken)
    {
        await _first.Task.WaitAsync(cancellationToken);
        return _current?.Options ?? throw new AuthenticationException("There is no serving certificate.");
    }

    private SslServerAuthenticationOptions Options(ServingCertificate certificate)
    {
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificate.Context,
            EnabledSslProtocols = _settings.Protocols,
            CipherSuitesPolicy = _settings.CipherSuites,
            ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
        };
        if (_clients is { } clients)
        {
            // Asked for, not demanded: the kubelet's probes have none. What may be called without one is decided per path.
            options.ClientCertificateRequired = true;
            options.CertificateRevocationCheckMode = X509RevocationMode.NoCheck;
            options.RemoteCertificateValidationCallback = clients.Accepts;
        }

        return options;
    }

    private sealed record Snapshot(ServingCertificate Certificate, SslServerAuthenticationOptions Options);
}
