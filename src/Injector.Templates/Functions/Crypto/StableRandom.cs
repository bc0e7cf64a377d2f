using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Injector.Templates.Calling;

namespace Injector.Templates.Functions.Crypto;

/// <summary>
/// Random bytes that are the same in every pass. The originals draw new ones each time, so that a file would change whenever any of its inputs
/// does; here they follow from the destination, the name of the pod, the function and its arguments.
/// </summary>
internal sealed class StableRandom
{
    private readonly byte[] _key;
    private uint _block;

    public StableRandom(FunctionCall call, string function)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Encoding.UTF8.GetBytes(call.Scope.Options.Destination));
        Add(hash, call.Scope.Host.TryGetEnvironment("HOSTNAME", out var host) ? Encoding.UTF8.GetBytes(host) : []);
        Add(hash, Encoding.UTF8.GetBytes(function));
        foreach (var operand in call.Operands)
        {
            Add(hash, Conversion.ValueText.Of(operand.Value).Span);
        }

        _key = hash.GetHashAndReset();
    }

    public byte[] Bytes(int count)
    {
        Span<byte> block = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(block, _block++);
        return HMACSHA256.HashData(_key, block)[..count];
    }

    /// <summary>A number from 0 to below <paramref name="end"/>.</summary>
    public long Below(long end) => (long)(BinaryPrimitives.ReadUInt64BigEndian(Bytes(8)) % (ulong)end);

    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
