using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Injector.Vault;

namespace Injector.Rendering.Fetching;

/// <summary>Hashes by which an answer is recognised as the one we have. What differs in every answer (request id) does not count.</summary>
internal static class Fingerprint
{
    public static UInt128 Of(VaultAnswer answer)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, answer.Data);
        Add(hash, answer.Auth);
        Add(hash, answer.WrapInfo);
        hash.AppendData(Encoding.UTF8.GetBytes(answer.Lease.Id ?? ""));
        return Finish(hash);
    }

    public static UInt128 Of(ReadOnlySpan<byte> content)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }

    private static void Add(IncrementalHash hash, JsonElement part)
    {
        if (part.ValueKind != JsonValueKind.Undefined)
        {
            hash.AppendData(JsonMarshal.GetRawUtf8Value(part));
        }
    }

    private static UInt128 Finish(IncrementalHash hash)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }
}
