using System.Globalization;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Database;

/// <summary>Names and passwords in Vault's pattern.</summary>
internal static class Credentials
{
    private const int LongestPart = 8;
    private const int LongestName = 63;

    public static string UserName(string displayName, string role, DateTimeOffset now)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"v-{Cut(displayName)}-{Cut(role)}-{RandomText.Make(20)}-{now.ToUnixTimeSeconds()}");
        return name[..Math.Min(name.Length, LongestName)];
    }

    /// <summary>Holds every class of characters that password rules ask for.</summary>
    public static SecretText Password() => new($"{RandomText.Make(9)}-A1a{RandomText.Make(7)}");

    private static string Cut(string text) => text[..Math.Min(text.Length, LongestPart)];
}
