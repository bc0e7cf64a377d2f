using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.JsonWebTokens;

/// <summary>A private key that signs JSON Web Tokens, and what others need to check them.</summary>
public sealed class SigningKey : IDisposable
{
    private const int RsaBits = 2048;

    private readonly AsymmetricAlgorithm _key;

    /// <summary>Makes a new key.</summary>
    /// <param name="algorithm">How it signs.</param>
    public SigningKey(TokenAlgorithm algorithm)
    {
        Algorithm = algorithm;
        _key = algorithm == TokenAlgorithm.RS256 ? RSA.Create(RsaBits) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PublicKeyPem = _key.ExportSubjectPublicKeyInfoPem();
        KeyId = Base64Url.EncodeToString(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>How it signs.</summary>
    public TokenAlgorithm Algorithm { get; }

    /// <summary>The name of the key in a token's header, made from the key itself as Kubernetes does.</summary>
    public string KeyId { get; }

    /// <summary>The public key, PEM.</summary>
    public string PublicKeyPem { get; }

    /// <summary>Signs claims.</summary>
    /// <param name="claims">The token's content.</param>
    /// <returns>The compact token.</returns>
    public string Sign(JsonObject claims)
    {
        var header = new JsonObject { ["alg"] = Algorithm.ToString(), ["kid"] = KeyId };
        var signed = $"{Encode(header)}.{Encode(claims)}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = _key switch
        {
            RSA rsa => rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            ECDsa ec => ec.SignData(bytes, HashAlgorithmName.SHA256),
            _ => throw new InvalidOperationException("The constructor makes no other kind of key."),
        };
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>The public key as a JSON Web Key.</summary>
    /// <returns>A new object.</returns>
    public JsonObject ToJsonWebKey()
    {
        var key = new JsonObject { ["kid"] = KeyId, ["use"] = "sig", ["alg"] = Algorithm.ToString() };
        if (_key is RSA rsa)
        {
            var parameters = rsa.ExportParameters(includePrivateParameters: false);
            key["kty"] = "RSA";
            key["n"] = Base64Url.EncodeToString(parameters.Modulus);
            key["e"] = Base64Url.EncodeToString(parameters.Exponent);
        }
        else if (_key is ECDsa ec)
        {
            var point = ec.ExportParameters(includePrivateParameters: false).Q;
            key["kty"] = "EC";
            key["crv"] = "P-256";
            key["x"] = Base64Url.EncodeToString(point.X);
            key["y"] = Base64Url.EncodeToString(point.Y);
        }

        return key;
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
