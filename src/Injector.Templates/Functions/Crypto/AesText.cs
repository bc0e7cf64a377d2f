using System.Globalization;
using System.Security.Cryptography;
using Injector.Templates.Calling;
using Injector.Templates.Functions.Binary;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Crypto;

/// <summary><c>sprig_encryptAES</c> and <c>sprig_decryptAES</c>: AES-256 in CBC mode, the vector in front, all in base64.</summary>
internal static class AesText
{
    private const int BlockLength = 16;
    private const int KeyLength = 32;

    public static Value Encrypt(FunctionCall call)
    {
        if (call.Bytes(1).IsEmpty)
        {
            return StringValue.Empty;
        }

        using var aes = Create(call.Bytes(0));
        var vector = new StableRandom(call, "encryptAES").Bytes(BlockLength);
        return new StringValue(GoBase64.Standard.Encode([.. vector, .. aes.EncryptCbc(call.Bytes(1), vector)]));
    }

    public static Value Decrypt(FunctionCall call)
    {
        if (call.Bytes(1).IsEmpty)
        {
            return StringValue.Empty;
        }

        if (GoBase64.Standard.Decode(call.Bytes(1), out var problem) is not { } bytes)
        {
            return call.Fail(problem);
        }

        if (bytes.Length < BlockLength)
        {
            var capacity = call.Bytes(1).Length / 4 * 3;
            return call.Fail(string.Create(CultureInfo.InvariantCulture, $"runtime error: slice bounds out of range [:16] with capacity {capacity}"));
        }

        if (bytes.Length % BlockLength != 0)
        {
            return call.Fail("crypto/cipher: input not full blocks");
        }

        using var aes = Create(call.Bytes(0));
        var plain = aes.DecryptCbc(bytes.AsSpan(BlockLength), bytes.AsSpan(0, BlockLength), PaddingMode.None);
        var padding = plain.Length == 0 ? 1 : plain[^1];
        return padding > plain.Length
            ? call.Fail(string.Create(CultureInfo.InvariantCulture, $"runtime error: slice bounds out of range [:{plain.Length - padding}]"))
            : new StringValue(plain.AsMemory(0, plain.Length - padding));
    }

    private static Aes Create(ReadOnlySpan<byte> password)
    {
        var key = new byte[KeyLength];
        password[..Math.Min(password.Length, KeyLength)].CopyTo(key);
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }
}
