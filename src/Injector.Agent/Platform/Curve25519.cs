using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Injector.Agent.Platform;

/// <summary>
/// Key agreement over Curve25519 (RFC 7748) by the OpenSSL that makes our TLS connections: .NET has no door to it. The static binary contains it; other
/// builds load it at the first use.
/// </summary>
internal static partial class Curve25519
{
    public const int KeySize = 32;

    // The number of the algorithm in OpenSSL.
    private const int X25519 = 1034;
    private const string Library = "libcrypto.so.3";

    /// <summary>Whether this machine's OpenSSL can do it.</summary>
    public static bool IsAvailable
    {
        get
        {
            try
            {
                PublicKeyOf(new byte[KeySize]);
                return true;
            }
            catch (TypeLoadException)
            {
                // No such library, or none with these functions.
                return false;
            }
            catch (CryptographicException)
            {
                return false;
            }
        }
    }

    /// <exception cref="CryptographicException">OpenSSL refused.</exception>
    public static byte[] PublicKeyOf(ReadOnlySpan<byte> privateKey)
    {
        var key = Present(NewPrivateKey(X25519, 0, in MemoryMarshal.GetReference(privateKey), (nuint)privateKey.Length));
        try
        {
            var publicKey = new byte[KeySize];
            nuint length = KeySize;
            Check(GetPublicKey(key, ref publicKey[0], ref length));
            return publicKey;
        }
        finally
        {
            FreeKey(key);
        }
    }

    /// <summary>The secret both sides can compute. Clear it after use.</summary>
    /// <exception cref="CryptographicException">OpenSSL refused; also for public keys with which the secret would be none.</exception>
    public static byte[] Agree(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> publicKey)
    {
        nint own = 0, other = 0, context = 0;
        try
        {
            own = Present(NewPrivateKey(X25519, 0, in MemoryMarshal.GetReference(privateKey), (nuint)privateKey.Length));
            other = Present(NewPublicKey(X25519, 0, in MemoryMarshal.GetReference(publicKey), (nuint)publicKey.Length));
            context = Present(NewContext(own, 0));
            Check(BeginAgreement(context));
            Check(SetOther(context, other));
            var secret = new byte[KeySize];
            nuint length = KeySize;
            Check(GetSecret(context, ref secret[0], ref length));
            return secret;
        }
        finally
        {
            FreeContext(context);
            FreeKey(other);
            FreeKey(own);
        }
    }

    private static nint Present(nint handle) => handle != 0 ? handle : throw new CryptographicException("OpenSSL does not take the key.");

    private static void Check(int result)
    {
        if (result != 1)
        {
            throw new CryptographicException("OpenSSL refuses the key agreement.");
        }
    }

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_private_key")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint NewPrivateKey(int type, nint engine, in byte key, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_public_key")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint NewPublicKey(int type, nint engine, in byte key, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_get_raw_public_key")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetPublicKey(nint key, ref byte publicKey, ref nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_CTX_new")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint NewContext(nint key, nint engine);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_derive_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int BeginAgreement(nint context);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_derive_set_peer")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetOther(nint context, nint key);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_derive")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetSecret(nint context, ref byte secret, ref nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_CTX_free")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void FreeContext(nint context);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_free")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void FreeKey(nint key);
}
