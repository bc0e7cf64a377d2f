using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Sandbox.Certificates;

/// <summary>A certificate for a server on this machine, as PEM files that are removed with this object, and the authority made for it.</summary>
public sealed class ServerCertificate : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private readonly string _folder;

    /// <summary>Makes authority, key and certificate.</summary>
    /// <param name="time">The clock of their validity.</param>
    /// <param name="names">DNS names and addresses beside <c>localhost</c> and the loopback addresses.</param>
    public ServerCertificate(TimeProvider time, params IReadOnlyList<string> names)
    {
        var start = time.GetUtcNow().AddMinutes(-5);
        _folder = TemporaryFolders.Create();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Injector sandbox authority (not for production)", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(0));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var authority = request.CreateSelfSigned(start, start + Lifetime + TimeSpan.FromMinutes(1));
        AuthorityPem = authority.ExportCertificatePem();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leaf = Sign(authority, key, names, start);
        File.WriteAllText(CertificateFile, leaf.ExportCertificatePem());
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>What clients must trust.</summary>
    public string AuthorityPem { get; }

    /// <summary>The certificate's file.</summary>
    public string CertificateFile => Path.Combine(_folder, "tls.crt");

    /// <summary>The key's file, readable by its owner alone.</summary>
    public string KeyFile => Path.Combine(_folder, "tls.key");

    /// <summary>Reads certificate and key for a server.</summary>
    /// <returns>The certificate with its key.</returns>
    public X509Certificate2 Load() => X509Certificate2.CreateFromPemFile(CertificateFile, KeyFile);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static X509Certificate2 Sign(X509Certificate2 authority, ECDsa key, IReadOnlyList<string> names, DateTimeOffset start)
    {
        var request = new CertificateRequest("CN=injector.sandbox", key, HashAlgorithmName.SHA256);
        var subject = new SubjectAlternativeNameBuilder();
        foreach (var name in names.Concat(["localhost", "127.0.0.1", "::1"]))
        {
            if (IPAddress.TryParse(name, out var address))
            {
                subject.AddIpAddress(address);
            }
            else
            {
                subject.AddDnsName(name);
            }
        }

        request.CertificateExtensions.Add(subject.Build());
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        return request.Create(authority, start, start + Lifetime, RandomNumberGenerator.GetBytes(16));
    }
}
