using System.Security.Cryptography;
using Injector.Contracts.Secrecy;

namespace Injector.Sandbox.Vault.Server;

/// <summary>Whether the server may use its own storage.</summary>
internal sealed class Seal
{
    private volatile bool _isSealed;

    public SecretText UnsealKey { get; } = new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    public bool IsSealed => _isSealed;

    public void Close() => _isSealed = true;

    public bool TryOpen(SecretText key)
    {
        if (!key.Equals(UnsealKey))
        {
            return false;
        }

        _isSealed = false;
        return true;
    }
}
