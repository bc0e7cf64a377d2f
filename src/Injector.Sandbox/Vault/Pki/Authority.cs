using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>A certificate authority that can sign.</summary>
internal sealed class Authority(X509Certificate2 certificate, CertificateKey key, IReadOnlyList<string> chain) : IDisposable
{
    public string Id { get; } = Guid.NewGuid().ToString();

    public string KeyId { get; } = Guid.NewGuid().ToString();

    public string Name { get; init; } = string.Empty;

    public X509Certificate2 Certificate { get; } = certificate;

    public string Pem { get; } = certificate.ExportCertificatePem();

    /// <summary>The authority and whoever signed it, PEM.</summary>
    public IReadOnlyList<string> Chain { get; } = [certificate.ExportCertificatePem(), .. chain];

    public DateTimeOffset Expires => Certificate.NotAfter.ToUniversalTime();

    public CertificateKey Key { get; } = key;

    public X509Certificate2 Sign(CertificateRequest request, DateTimeOffset start, DateTimeOffset end, byte[] serial)
    {
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var signable = new CertificateRequest(request.SubjectName, request.PublicKey, HashAlgorithmName.SHA256);
        foreach (var extension in request.CertificateExtensions)
        {
            signable.CertificateExtensions.Add(extension);
        }

        return signable.Create(Certificate.SubjectName, Key.Signer(), start, end, serial);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        Key.Dispose();
    }
}
