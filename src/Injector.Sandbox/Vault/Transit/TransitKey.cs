using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Vault.Transit;

/// <summary>A named key with its versions; encrypts with the newest, decrypts with all.</summary>
internal sealed class TransitKey(DateTimeOffset created) : IDisposable
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const string Prefix = "vault:v";

    private readonly Lock _lock = new();
    private readonly List<(byte[] Key, DateTimeOffset Created)> _versions = [(RandomNumberGenerator.GetBytes(32), created)];

    public bool IsDeletionAllowed { get; set; }

    public int LatestVersion
    {
        get
        {
            lock (_lock)
            {
                return _versions.Count;
            }
        }
    }

    public void Rotate(DateTimeOffset now)
    {
        lock (_lock)
        {
            _versions.Add((RandomNumberGenerator.GetBytes(32), now));
        }
    }

    public string Encrypt(byte[] plaintext)
    {
        var (key, version) = Newest();
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var (ciphertext, tag) = (new byte[plaintext.Length], new byte[TagBytes]);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, plaintext, ciphertext, tag);
        return $"{Prefix}{version}:{Convert.ToBase64String([.. nonce, .. ciphertext, .. tag])}";
    }

    /// <summary>Decrypts.</summary>
    /// <returns>The plaintext, or null when the text is none of this key's.</returns>
    public byte[]? Decrypt(string text)
    {
        var parts = text.Split(':', 3);
        if (parts.Length != 3 || !text.StartsWith(Prefix, StringComparison.Ordinal) || !int.TryParse(parts[1].AsSpan(1), out var version) || KeyOf(version) is not { } key)
        {
            return null;
        }

        try
        {
            var bytes = Convert.FromBase64String(parts[2]);
            if (bytes.Length < NonceBytes + TagBytes)
            {
                return null;
            }

            var plaintext = new byte[bytes.Length - NonceBytes - TagBytes];
            using var cipher = new AesGcm(key, TagBytes);
            cipher.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, plaintext.Length), bytes.AsSpan(NonceBytes + plaintext.Length), plaintext);
            return plaintext;
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return null;
        }
    }

    public byte[] Hmac(byte[] input) => HMACSHA256.HashData(Newest().Key, input);

    public JsonObject ToJson(string name)
    {
        lock (_lock)
        {
            var keys = new JsonObject();
            for (var at = 0; at < _versions.Count; at++)
            {
                keys[$"{at + 1}"] = _versions[at].Created.ToUnixTimeSeconds();
            }

            return new JsonObject
            {
                ["deletion_allowed"] = IsDeletionAllowed,
                ["exportable"] = false,
                ["keys"] = keys,
                ["latest_version"] = _versions.Count,
                ["min_decryption_version"] = 1,
                ["min_encryption_version"] = 0,
                ["name"] = name,
                ["supports_decryption"] = true,
                ["supports_encryption"] = true,
                ["type"] = "aes256-gcm96",
            };
        }
    }

    public void Dispose()
    {
        foreach (var (key, _) in _versions)
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private (byte[] Key, int Version) Newest()
    {
        lock (_lock)
        {
            return (_versions[^1].Key, _versions.Count);
        }
    }

    private byte[]? KeyOf(int version)
    {
        lock (_lock)
        {
            return version >= 1 && version <= _versions.Count ? _versions[version - 1].Key : null;
        }
    }
}
