using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using k8s;

namespace Injector.EndToEnd.Tests.Nodes;

/// <summary>The public keys of a cluster's ServiceAccount tokens, which every API server shows.</summary>
internal static class TokenKeys
{
    /// <returns>The keys as PEM.</returns>
    public static async Task<IReadOnlyList<string>> ReadAsync(Kubernetes client, CancellationToken cancellationToken)
    {
        // The generated method expects a text where an object comes.
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(client.BaseUri, "openid/v1/jwks"));
        if (client.Credentials is { } credentials)
        {
            await credentials.ProcessHttpRequestAsync(request, cancellationToken);
        }

        using var answer = await client.HttpClient.SendAsync(request, cancellationToken);
        using var set = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken));
        return [.. set.RootElement.GetProperty("keys").EnumerateArray().Select(PemOf)];
    }

    private static string PemOf(JsonElement key)
    {
        byte[] Part(string name) => Base64Url.DecodeFromChars(key.GetProperty(name).GetString());
        if (key.GetProperty("kty").GetString() == "RSA")
        {
            using var rsa = RSA.Create(new RSAParameters { Modulus = Part("n"), Exponent = Part("e") });
            return rsa.ExportSubjectPublicKeyInfoPem();
        }

        var curve = key.GetProperty("crv").GetString() switch
        {
            "P-384" => ECCurve.NamedCurves.nistP384,
            "P-521" => ECCurve.NamedCurves.nistP521,
            _ => ECCurve.NamedCurves.nistP256,
        };
        using var point = ECDsa.Create(new ECParameters { Curve = curve, Q = new ECPoint { X = Part("x"), Y = Part("y") } });
        return point.ExportSubjectPublicKeyInfoPem();
    }
}
