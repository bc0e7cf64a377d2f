using System.Security.Cryptography;
using Injector.Templates.Dependencies;
using Injector.Vault.Login;

namespace Injector.Rendering.HandOver;

/// <summary>What one agent process leaves to the next one of the same pod.</summary>
public sealed class HandOverState
{
    private readonly Dictionary<Dependency, HandedOverSecret> _secrets = [];
    private readonly Dictionary<string, UInt128> _files = new(StringComparer.Ordinal);

    internal HandOverState(VaultToken token) => Token = token;

    /// <summary>The token. The server has to be asked whether it is still good.</summary>
    public VaultToken Token { get; }

    /// <summary>Secrets that must not be fetched twice: those with a lease, and those that were written.</summary>
    internal IReadOnlyDictionary<Dependency, HandedOverSecret> Secrets => _secrets;

    /// <summary>Hashes of the file contents whose commands have run.</summary>
    internal IReadOnlyDictionary<string, UInt128> Files => _files;

    /// <summary>A secret was taken up, or is not needed: its bytes are cleared.</summary>
    internal void Remove(Dependency dependency)
    {
        if (_secrets.Remove(dependency, out var secret))
        {
            CryptographicOperations.ZeroMemory(secret.Envelope);
        }
    }

    internal void Add(HandedOverSecret secret) => _secrets[secret.Dependency] = secret;

    internal void Add(string destination, UInt128 hash) => _files[destination] = hash;
}
