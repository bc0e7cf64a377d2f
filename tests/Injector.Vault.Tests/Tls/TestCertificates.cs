using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Vault.Tests.Tls;

/// <summary>A CA and what it signs.</summary>
internal sealed class TestCertificates : IDisposable
{
    private static readonly DateTimeOffset From = TimeProvider.System.GetUtcNow().AddDays(-10);
    private static readonly DateTimeOffset Until = From.AddDays(100);
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestCertificates(string name)
    {
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        Authority = request.CreateSelfSigned(From, Until);
    }

    public X509Certificate2 Authority { get; }

    public string Pem => Authority.ExportCertificatePem();

    /// <summary>A server certificate.</summary>
    public X509Certificate2 Server(string dnsName) => Issue(dnsName, From, Until).Usable();

    /// <summary>A server certificate that has expired.</summary>
    public X509Certificate2 Expired(string dnsName) => Issue(dnsName, From, From.AddDays(1)).Usable();

    /// <summary>Certificate and key of a client as PEM.</summary>
    public (string Certificate, string Key) Client(string name)
    {
        var (certificate, key) = Issue(name, From, Until);
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose()
    {
        Authority.Dispose();
        _key.Dispose();
    }

    private Issued Issue(string dnsName, DateTimeOffset from, DateTimeOffset until)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={dnsName}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(dnsName);
        names.AddIpAddress(IPAddress.Loopback);
        if (dnsName != "elsewhere.test")
        {
            request.CertificateExtensions.Add(names.Build());
        }
        else
        {
            var other = new SubjectAlternativeNameBuilder();
            other.AddDnsName(dnsName);
            request.CertificateExtensions.Add(other.Build());
        }

        return new Issued(request.Create(Authority, from, until, RandomNumberGenerator.GetBytes(8)), key);
    }

    private sealed record Issued(X509Certificate2 Certificate, ECDsa Key)
    {
        // SslStream wants a certificate whose key is bound to it.
        public X509Certificate2 Usable() => X509CertificateLoader.LoadPkcs12(Certificate.CopyWithPrivateKey(Key).Export(X509ContentType.Pkcs12), null);
    }
}
