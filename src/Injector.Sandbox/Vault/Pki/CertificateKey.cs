using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>A private key, and how it signs certificates.</summary>
internal sealed class CertificateKey : IDisposable
{
    private readonly AsymmetricAlgorithm _key;

    private CertificateKey(AsymmetricAlgorithm key) => _key = key;

    /// <summary>Vault's name of the type.</summary>
    public string Type => _key is RSA ? "rsa" : "ec";

    /// <summary>Makes a key.</summary>
    /// <param name="type"><c>rsa</c> or <c>ec</c>.</param>
    /// <param name="bits">0: the type's default.</param>
    /// <returns>The key, or why there is none.</returns>
    public static (CertificateKey? Key, string? Fault) Create(string type, long bits) => (type, bits) switch
    {
        ("rsa", 0 or 2048) => (new CertificateKey(RSA.Create(2048)), null),
        ("rsa", 3072 or 4096 or 8192) => (new CertificateKey(RSA.Create((int)bits)), null),
        ("ec", 0 or 256) => (new CertificateKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)), null),
        ("ec", 384) => (new CertificateKey(ECDsa.Create(ECCurve.NamedCurves.nistP384)), null),
        ("ec", 521) => (new CertificateKey(ECDsa.Create(ECCurve.NamedCurves.nistP521)), null),
        ("rsa" or "ec", _) => (null, $"unsupported bit length for {type} key: {bits}"),
        _ => (null, $"unknown key type {type}; the sandbox knows rsa and ec"),
    };

    /// <summary>Reads a private key.</summary>
    /// <param name="pem">A text with one private key in it.</param>
    /// <returns>The key, or nothing.</returns>
    public static IEnumerable<CertificateKey> Parse(string pem)
    {
        Func<AsymmetricAlgorithm>[] makers = [RSA.Create, ECDsa.Create];
        return makers.Select(make => Load(make(), pem)).OfType<AsymmetricAlgorithm>().Take(1).Select(static key => new CertificateKey(key)).ToArray();
    }

    private static AsymmetricAlgorithm? Load(AsymmetricAlgorithm kind, string pem)
    {
        try
        {
            kind.ImportFromPem(pem);
            return kind;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            kind.Dispose();
            return null;
        }
    }

    /// <summary>The private key, PEM.</summary>
    /// <param name="format"><c>pkcs8</c>, else the type's own form.</param>
    public string ExportPem(string format) => (format, _key) switch
    {
        ("pkcs8", _) => _key.ExportPkcs8PrivateKeyPem(),
        (_, RSA rsa) => rsa.ExportRSAPrivateKeyPem(),
        (_, ECDsa ec) => ec.ExportECPrivateKeyPem(),
        _ => throw new InvalidOperationException("No other kind of key is made here."),
    };

    public CertificateRequest Request(X500DistinguishedName subject) => _key switch
    {
        RSA rsa => new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ECDsa ec => new CertificateRequest(subject, ec, HashAlgorithmName.SHA256),
        _ => throw new InvalidOperationException("No other kind of key is made here."),
    };

    public X509SignatureGenerator Signer() => _key switch
    {
        RSA rsa => X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1),
        ECDsa ec => X509SignatureGenerator.CreateForECDsa(ec),
        _ => throw new InvalidOperationException("No other kind of key is made here."),
    };

    public bool Matches(X509Certificate2 certificate) =>
        Request(new X500DistinguishedName(string.Empty)).PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(certificate.PublicKey.ExportSubjectPublicKeyInfo());

    public void Dispose() => _key.Dispose();
}
