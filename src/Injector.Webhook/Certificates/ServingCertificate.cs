using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Webhook.Certificates;

/// <summary>The certificate the listener shows from now on.</summary>
/// <param name="Context">The chain, ready for handshakes.</param>
/// <param name="Leaf">The certificate itself.</param>
internal sealed record ServingCertificate(SslStreamCertificateContext Context, X509Certificate2 Leaf)
{
    public DateTimeOffset NotAfter => new(Leaf.NotAfter.ToUniversalTime());

    /// <summary>Prepares a certificate for handshakes.</summary>
    /// <param name="leaf">The certificate with its key.</param>
    /// <param name="chain">What stands behind it, nearest first.</param>
    /// <returns>The prepared certificate.</returns>
    public static ServingCertificate Create(X509Certificate2 leaf, X509Certificate2Collection chain) =>
        new(SslStreamCertificateContext.Create(leaf, chain, offline: true), leaf);
}
