using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Sandbox.Vault.Transport;

/// <summary>A certificate authority made for one server, and the certificate it presents.</summary>
internal sealed class ServerIdentity : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly X509Certificate2 _certificate;

    public ServerIdentity(IPAddress address, TimeProvider time)
    {
        var start = time.GetUtcNow().AddMinutes(-5);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=Injector sandbox - not for production", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(0));
        authorityRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        authorityRequest.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(authorityRequest.PublicKey, critical: false));
        using var authority = authorityRequest.CreateSelfSigned(start, start + Lifetime + TimeSpan.FromMinutes(1));
        AuthorityPem = authority.ExportCertificatePem();
        _certificate = MakeLeaf(authority, address, start);
        Context = SslStreamCertificateContext.Create(_certificate, additionalCertificates: null, offline: true);
    }

    public string AuthorityPem { get; }

    /// <summary>Made once: sessions can be resumed between connections.</summary>
    public SslStreamCertificateContext Context { get; }

    public void Dispose() => _certificate.Dispose();

    private static X509Certificate2 MakeLeaf(X509Certificate2 authority, IPAddress address, DateTimeOffset start)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=vault.sandbox", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName("vault");
        names.AddDnsName("vault.vault.svc");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var leaf = request.Create(authority, start, start + Lifetime, RandomNumberGenerator.GetBytes(16));
        return leaf.CopyWithPrivateKey(key);
    }
}
