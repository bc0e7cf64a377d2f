using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Injector.Agent.Local;
using Injector.Contracts.Secrecy;

namespace Injector.Agent.Caching;

/// <summary>What makes two requests the same: method, path, query, headers that change an answer, body, and whose token they carry. A digest, so it gives nothing away.</summary>
internal static class CacheKey
{
    // Headers about consistency say which node shall answer, not what.
    private static readonly string[] Headers = ["X-Vault-Namespace", "X-Vault-Wrap-TTL", "X-Vault-Policy-Override", "Accept"];

    public static string Of(LocalRequest request, SecretText token)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(digest, request.Method);
        Add(digest, request.Path);
        Add(digest, request.Query);
        foreach (var name in Headers)
        {
            Add(digest, request.Headers.GetValueOrDefault(name) ?? "");
        }

        Add(digest, token.Reveal());
        digest.AppendData(request.Body.Span);
        return Convert.ToHexString(digest.GetHashAndReset());
    }

    // With its length, so that the end of one part cannot be the beginning of the next.
    private static void Add(IncrementalHash digest, string part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        var bytes = Encoding.UTF8.GetBytes(part);
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        digest.AppendData(length);
        digest.AppendData(bytes);
        CryptographicOperations.ZeroMemory(bytes);
    }
}
