using System.Globalization;
using Injector.Contracts.Secrecy;

namespace Injector.Sandbox.Vault.Database;

/// <summary>A user to be made or changed, with what fills the placeholders of a role's statements.</summary>
/// <param name="Name">The user's name.</param>
/// <param name="Password">The password; empty where a statement has no use for one.</param>
/// <param name="Expires">When the database itself is to refuse the user.</param>
internal sealed record DatabaseUser(string Name, SecretText Password, DateTimeOffset Expires)
{
    public string Fill(string statement) => statement
        .Replace("{{name}}", Name, StringComparison.Ordinal)
        .Replace("{{username}}", Name, StringComparison.Ordinal)
        .Replace("{{password}}", Password.Reveal(), StringComparison.Ordinal)
        .Replace("{{expiration}}", Expires.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'+0000'", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
