using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Sandbox.Administration;

/// <summary>Makes HTTP handlers that trust exactly one set of roots, as the API server does with <c>caBundle</c>.</summary>
public static class PinnedRoot
{
    /// <summary>Makes a handler.</summary>
    /// <param name="caCertificatePem">One or more PEM certificates; null: the system's roots.</param>
    /// <returns>A handler the caller owns.</returns>
    public static SocketsHttpHandler Handler(string? caCertificatePem)
    {
        var handler = new SocketsHttpHandler { UseProxy = false };
        if (caCertificatePem is not null)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPem(caCertificatePem);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }

        return handler;
    }
}
