namespace Injector.Contracts.Agent.Configuration;

/// <summary>Encryption of a sink's content for one reader (X25519, AES-256-GCM).</summary>
/// <param name="PublicKeyPath">JSON file with the reader's public key (<c>dh_path</c>).</param>
public sealed record SinkEncryption(string PublicKeyPath)
{
    /// <summary>True: the key is derived with HKDF. Default false.</summary>
    public bool DeriveKey { get; init; }

    /// <summary>Additional authenticated data; null: none.</summary>
    public string? AdditionalData { get; init; }

    /// <summary>Variable that holds the additional data; used when <see cref="AdditionalData"/> is null.</summary>
    public string? AdditionalDataVariable { get; init; }
}
