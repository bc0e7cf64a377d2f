using System.Buffers.Binary;
using System.Text;

namespace Injector.Templates.Functions.Crypto;

/// <summary>The bcrypt password hash.</summary>
internal static class Bcrypt
{
    public const int LongestPassword = 72;
    public const int SaltLength = 16;
    private const int Cost = 10;
    private const string Letters = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string Hash(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt)
    {
        byte[] key = [.. password, 0];
        var cipher = new Blowfish();
        cipher.Expand(key, salt);
        for (var i = 0; i < 1 << Cost; i++)
        {
            cipher.Expand(key, []);
            cipher.Expand(salt, []);
        }

        var words = Words("OrpheanBeholderScryDoubt"u8);
        for (var i = 0; i < words.Length; i += 2)
        {
            for (var j = 0; j < 64; j++)
            {
                cipher.Encrypt(ref words[i], ref words[i + 1]);
            }
        }

        var hash = new byte[24];
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(4 * i), words[i]);
        }

        // The last byte has never been part of the format.
        return $"$2a${Cost}${Encode(salt)}{Encode(hash.AsSpan(0, 23))}";
    }

    private static uint[] Words(ReadOnlySpan<byte> text)
    {
        var words = new uint[text.Length / 4];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(text[(4 * i)..]);
        }

        return words;
    }

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        for (var i = 0; i < bytes.Length; i += 3)
        {
            var count = Math.Min(3, bytes.Length - i);
            var bits = bytes[i] << 16 | (count > 1 ? bytes[i + 1] << 8 : 0) | (count > 2 ? bytes[i + 2] : 0);
            for (var j = 0; j <= count; j++)
            {
                text.Append(Letters[bits >> (18 - 6 * j) & 0x3F]);
            }
        }

        return text.ToString();
    }
}
