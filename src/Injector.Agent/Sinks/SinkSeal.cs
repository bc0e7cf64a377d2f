using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Injector.Agent.Platform;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Vault.Faults;

namespace Injector.Agent.Sinks;

/// <summary>
/// Encrypts a sink's content for one reader: a key agreement with the public key the reader left in a file, then AES-256-GCM. Every content has a key
/// pair of its own.
/// </summary>
internal sealed class SinkSeal(SinkEncryption settings, IReadOnlyDictionary<string, string> environment)
{
    private const string PublicKeyName = "curve25519_public_key";
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int MaxFileBytes = 64 * 1024;

    /// <returns>The JSON for the reader, or why there is none.</returns>
    public (string? Sealed, Diagnostic? Fault) Close(string content)
    {
        try
        {
            return ReadersKey() is { } readersKey
                ? (Close(content, readersKey), null)
                : (null, Fault("holds no 'curve25519_public_key' of 32 bytes in base64"));
        }
        catch (IOException)
        {
            return (null, Fault("does not exist, or cannot be read"));
        }
        catch (UnauthorizedAccessException)
        {
            return (null, Fault("may not be read by this user"));
        }
        catch (JsonException)
        {
            return (null, Fault("is not JSON"));
        }
        catch (CryptographicException)
        {
            return (null, Fault("holds a key that cannot be used"));
        }
    }

    /// <summary>The key of a reader who derives it: both public keys are part of it, in the order of their bytes.</summary>
    public static byte[] Derive(byte[] secret, byte[] ownKey, byte[] readersKey)
    {
        var (first, second) = ownKey.AsSpan().SequenceCompareTo(readersKey) < 0 ? (ownKey, readersKey) : (readersKey, ownKey);
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Curve25519.KeySize, first, second);
    }

    private string Close(string content, byte[] readersKey)
    {
        var privateKey = RandomNumberGenerator.GetBytes(Curve25519.KeySize);
        var secret = Curve25519.Agree(privateKey, readersKey);
        var ownKey = Curve25519.PublicKeyOf(privateKey);
        var key = settings.DeriveKey ? Derive(secret, ownKey, readersKey) : secret;
        var plain = Encoding.UTF8.GetBytes(content);
        try
        {
            var nonce = RandomNumberGenerator.GetBytes(NonceSize);
            var payload = new byte[plain.Length + TagSize];
            using (var cipher = new AesGcm(key, TagSize))
            {
                cipher.Encrypt(nonce, plain, payload.AsSpan(..plain.Length), payload.AsSpan(plain.Length..), Encoding.UTF8.GetBytes(AdditionalData));
            }

            return Write(ownKey, nonce, payload);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(privateKey);
            CryptographicOperations.ZeroMemory(secret);
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private string AdditionalData => settings.AdditionalData ?? (settings.AdditionalDataVariable is { } name ? environment.GetValueOrDefault(name) : null) ?? "";

    private byte[]? ReadersKey()
    {
        // Read every time: a reader that starts again may leave another one.
        using var file = new FileStream(settings.PublicKeyPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        if (file.Length > MaxFileBytes)
        {
            return null;
        }

        var text = new byte[file.Length];
        file.ReadExactly(text);
        using var document = JsonDocument.Parse(JsonRepair.Repair(text));
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty(PublicKeyName, out var key)
            && key.ValueKind == JsonValueKind.String
            && key.TryGetBytesFromBase64(out var bytes)
            && bytes.Length == Curve25519.KeySize
            ? bytes
            : null;
    }

    private static string Write(byte[] ownKey, byte[] nonce, byte[] payload)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteBase64String(PublicKeyName, ownKey);
            json.WriteBase64String("nonce"u8, nonce);
            json.WriteBase64String("encrypted_payload"u8, payload);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private Diagnostic Fault(string reason) => Catalogue.Agent.SinkKeyUnusable.For(settings.PublicKeyPath, settings.PublicKeyPath, reason);
}
