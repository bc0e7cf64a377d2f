using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.JsonWebTokens;

/// <summary>A key that checks signatures of JSON Web Tokens.</summary>
internal sealed class PublicKey
{
    private readonly byte[] _subjectPublicKeyInfo;
    private readonly bool _isRsa;

    private PublicKey(byte[] subjectPublicKeyInfo, bool isRsa)
    {
        _subjectPublicKeyInfo = subjectPublicKeyInfo;
        _isRsa = isRsa;
    }

    /// <summary>Reads a PEM public key or certificate.</summary>
    /// <param name="pem">One PEM block.</param>
    /// <returns>The key, or null when the text holds none.</returns>
    public static PublicKey? TryParse(string pem)
    {
        try
        {
            if (pem.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal))
            {
                using var certificate = X509Certificate2.CreateFromPem(pem);
                return new PublicKey(certificate.PublicKey.ExportSubjectPublicKeyInfo(), certificate.PublicKey.Oid.Value == "1.2.840.113549.1.1.1");
            }

            return ParseRsa(pem) ?? ParseEc(pem);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Reads a JSON Web Key.</summary>
    /// <param name="key">One key of a key set.</param>
    /// <returns>The key, or null when its type is unknown or a part is missing.</returns>
    public static PublicKey? TryParse(JsonObject key)
    {
        try
        {
            switch (key["kty"]?.ToString())
            {
                case "RSA":
                    using (var rsa = RSA.Create(new RSAParameters { Modulus = Part(key, "n"), Exponent = Part(key, "e") }))
                    {
                        return new PublicKey(rsa.ExportSubjectPublicKeyInfo(), isRsa: true);
                    }

                case "EC" when Curve(key["crv"]?.ToString()) is { } curve:
                    using (var ec = ECDsa.Create(new ECParameters { Curve = curve, Q = new ECPoint { X = Part(key, "x"), Y = Part(key, "y") } }))
                    {
                        return new PublicKey(ec.ExportSubjectPublicKeyInfo(), isRsa: false);
                    }

                default:
                    return null;
            }
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether this key made the signature.</summary>
    /// <param name="algorithm">The <c>alg</c> of the token's header.</param>
    /// <param name="signed">What was signed.</param>
    /// <param name="signature">The signature.</param>
    /// <returns>False also when the algorithm does not suit the key.</returns>
    public bool Verifies(string algorithm, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        if (Hash(algorithm) is not { } hash)
        {
            return false;
        }

        if (_isRsa)
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(_subjectPublicKeyInfo, out _);
            return algorithm.StartsWith("RS", StringComparison.Ordinal) && rsa.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1);
        }

        using var ec = ECDsa.Create();
        ec.ImportSubjectPublicKeyInfo(_subjectPublicKeyInfo, out _);
        return algorithm.StartsWith("ES", StringComparison.Ordinal) && ec.VerifyData(signed, signature, hash);
    }

    private static byte[] Part(JsonObject key, string name) => Base64Url.DecodeFromChars(key[name]?.ToString() ?? string.Empty);

    private static ECCurve? Curve(string? name) => name switch
    {
        "P-256" => ECCurve.NamedCurves.nistP256,
        "P-384" => ECCurve.NamedCurves.nistP384,
        "P-521" => ECCurve.NamedCurves.nistP521,
        _ => null,
    };

    private static HashAlgorithmName? Hash(string algorithm) => algorithm switch
    {
        "RS256" or "ES256" => HashAlgorithmName.SHA256,
        "RS384" or "ES384" => HashAlgorithmName.SHA384,
        "RS512" or "ES512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static PublicKey? ParseRsa(string pem)
    {
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return new PublicKey(rsa.ExportSubjectPublicKeyInfo(), isRsa: true);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static PublicKey? ParseEc(string pem)
    {
        try
        {
            using var ec = ECDsa.Create();
            ec.ImportFromPem(pem);
            return new PublicKey(ec.ExportSubjectPublicKeyInfo(), isRsa: false);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}
