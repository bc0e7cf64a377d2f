using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Injector.Contracts.Secrecy;

namespace Injector.Webhook.Certificates.SelfSigned;

/// <summary>A certificate authority of our own: signs the serving certificate of this replica.</summary>
internal sealed class Authority
{
    /// <summary>How long an authority lives.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);

    /// <summary>How long a serving certificate lives. It is renewed after two thirds.</summary>
    public static readonly TimeSpan LeafLifetime = TimeSpan.FromDays(90);

    // Clocks of nodes may differ by minutes: what is signed here must be valid there at once.
    private static readonly TimeSpan Backdate = TimeSpan.FromHours(1);

    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly X509Certificate2 _certificate;

    private Authority(X509Certificate2 certificate, string certificatePem, SecretText keyPem)
    {
        _certificate = certificate;
        CertificatePem = certificatePem;
        KeyPem = keyPem;
    }

    public string CertificatePem { get; }

    public SecretText KeyPem { get; }

    public DateTimeOffset NotAfter => new(_certificate.NotAfter.ToUniversalTime());

    /// <summary>Makes a new authority.</summary>
    public static Authority Create(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var serial = Serial();

        // The name differs from authority to authority: a verifier looks for issuers by name first.
        var request = new CertificateRequest($"CN=Injector webhook CA {Convert.ToHexStringLower(serial.AsSpan(0, 4))}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(pathLengthConstraint: 0));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        var identifier = new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false);
        request.CertificateExtensions.Add(identifier);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(identifier));
        using var bare = request.Create(request.SubjectName, X509SignatureGenerator.CreateForECDsa(key), now - Backdate, now + Lifetime, serial);
        return new Authority(bare.CopyWithPrivateKey(key), bare.ExportCertificatePem(), new SecretText(key.ExportPkcs8PrivateKeyPem()));
    }

    /// <summary>Opens an authority that was stored.</summary>
    /// <returns>The authority, or null when the texts are no certificate authority with its key.</returns>
    public static Authority? TryOpen(string certificatePem, SecretText keyPem)
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPem(certificatePem, keyPem.Reveal());
            if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(static constraint => constraint.CertificateAuthority))
            {
                return new Authority(certificate, certificate.ExportCertificatePem(), keyPem);
            }

            certificate.Dispose();
            return null;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Signs a serving certificate with a key of its own, which never leaves this process.</summary>
    public ServingCertificate Sign(IReadOnlyList<string> hosts, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Injector webhook", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(Names(hosts));
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var end = now + LeafLifetime;
        using var bare = request.Create(_certificate, Later(now - Backdate), end < NotAfter ? end : NotAfter, Serial());
        return ServingCertificate.Create(bare.CopyWithPrivateKey(key), []);
    }

    // A certificate must not begin before its issuer: another replica with another clock may have made the authority a moment ago.
    private DateTimeOffset Later(DateTimeOffset begin)
    {
        var issuerBegin = new DateTimeOffset(_certificate.NotBefore.ToUniversalTime());
        return begin < issuerBegin ? issuerBegin : begin;
    }

    private static X509Extension Names(IReadOnlyList<string> hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (System.Net.IPAddress.TryParse(host, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        return names.Build();
    }

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }
}
