using System.Security.Cryptography;

namespace Injector.Sandbox.Vault.Tokens;

/// <summary>Random ids as Vault makes them.</summary>
internal static class RandomText
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static string Make(int length) => RandomNumberGenerator.GetString(Alphabet, length);
}
