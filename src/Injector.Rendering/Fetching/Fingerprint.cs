using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Injector.Vault;

namespace Injector.Rendering.Fetching;

/// <summary>
/// Hashes by which an answer is recognised as the one we have. What differs in every answer (request id) does not count. They tell changes apart
/// and guard nothing, so they need no cryptography, whose library takes longer to load than an answer to fetch.
/// </summary>
internal static class Fingerprint
{
    public static UInt128 Of(VaultAnswer answer)
    {
        var hash = new XxHash128();
        Add(hash, answer.Data);
        Add(hash, answer.Auth);
        Add(hash, answer.WrapInfo);
        hash.Append(Encoding.UTF8.GetBytes(answer.Lease.Id ?? ""));
        return hash.GetCurrentHashAsUInt128();
    }

    public static UInt128 Of(ReadOnlySpan<byte> content) => XxHash128.HashToUInt128(content);

    private static void Add(XxHash128 hash, JsonElement part)
    {
        if (part.ValueKind != JsonValueKind.Undefined)
        {
            hash.Append(JsonMarshal.GetRawUtf8Value(part));
        }
    }
}
