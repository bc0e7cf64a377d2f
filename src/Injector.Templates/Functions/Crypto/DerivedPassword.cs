using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Injector.Templates.Functions.Crypto;

/// <summary><c>sprig_derivePassword</c>: the Master Password algorithm, which makes the same password from the same inputs everywhere.</summary>
internal static class DerivedPassword
{
    private const int Cost = 32_768;
    private const int KeyLength = 64;

    private static ReadOnlySpan<byte> Scope => "com.lyndir.masterpassword"u8;

    /// <summary>The password, or null when there is no such type.</summary>
    public static string? Make(uint counter, string type, ReadOnlySpan<byte> master, ReadOnlySpan<byte> user, ReadOnlySpan<byte> site)
    {
        var shapes = Shapes(type);
        if (shapes.Length == 0)
        {
            return null;
        }

        var key = Scrypt.Derive(master, [.. Scope, .. Length(user), .. user], Cost, 2, KeyLength);
        Span<byte> count = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, counter);
        var seed = HMACSHA256.HashData(key, (byte[])[.. Scope, .. Length(site), .. site, .. count]);
        var shape = shapes[seed[0] % shapes.Length];
        return string.Create(shape.Length, (shape, seed), static (letters, state) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                var choices = Choices(state.shape[i]);
                letters[i] = choices[state.seed[i + 1] % choices.Length];
            }
        });
    }

    private static byte[] Length(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)text.Length);
        return bytes;
    }

    private static string[] Shapes(string type) => type switch
    {
        "maximum" => ["anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"],
        "long" =>
        [
            "CvcvnoCvcvCvcv", "CvcvCvcvnoCvcv", "CvcvCvcvCvcvno", "CvccnoCvcvCvcv", "CvccCvcvnoCvcv", "CvccCvcvCvcvno", "CvcvnoCvccCvcv",
            "CvcvCvccnoCvcv", "CvcvCvccCvcvno", "CvcvnoCvcvCvcc", "CvcvCvcvnoCvcc", "CvcvCvcvCvccno", "CvccnoCvccCvcv", "CvccCvccnoCvcv",
            "CvccCvccCvcvno", "CvcvnoCvccCvcc", "CvcvCvccnoCvcc", "CvcvCvccCvccno", "CvccnoCvcvCvcc", "CvccCvcvnoCvcc", "CvccCvcvCvccno",
        ],
        "medium" => ["CvcnoCvc", "CvcCvcno"],
        "short" => ["Cvcn"],
        "basic" => ["aaanaaan", "aannaaan", "aaannaaa"],
        "pin" => ["nnnn"],
        _ => [],
    };

    private static string Choices(char kind) => kind switch
    {
        'V' => "AEIOU",
        'C' => "BCDFGHJKLMNPQRSTVWXYZ",
        'v' => "aeiou",
        'c' => "bcdfghjklmnpqrstvwxyz",
        'A' => "AEIOUBCDFGHJKLMNPQRSTVWXYZ",
        'a' => "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz",
        'n' => "0123456789",
        'o' => "@&%?,=[]_:-+*$#!'^~;()/.",
        _ => "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()",
    };
}
