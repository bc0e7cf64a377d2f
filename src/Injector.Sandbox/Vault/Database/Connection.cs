using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Database;

/// <summary>A configured database.</summary>
internal sealed record Connection(string Name, string Plugin, string Url, string UserName, IReadOnlyList<string> AllowedRoles, IDatabase Database)
{
    /// <summary>Reads the body of a write.</summary>
    /// <returns>The connection, or the refusal.</returns>
    public static (Connection? Connection, VaultReply? Refusal) Read(string name, FieldReader fields)
    {
        var (plugin, url, user) = (fields.Text("plugin_name"), fields.Text("connection_url"), fields.Text("username"));
        var database = Open(plugin, url, user, new SecretText(fields.Text("password")));
        return fields.Refusal is { } refusal ? (null, refusal)
            : plugin.Length == 0 ? (null, VaultReply.BadRequest("empty plugin name"))
            : database is null ? (null, VaultReply.BadRequest($"the sandbox knows the plugins {PostgresDatabase.PluginName} (with a connection_url) and {InMemoryDatabase.PluginName}, not this configuration of '{plugin}'"))
            : (new Connection(name, plugin, url, user, fields.Texts("allowed_roles"), database), null);
    }

    public bool Allows(string role) => AllowedRoles.Any(pattern => pattern == "*" || pattern == role || (pattern.EndsWith('*') && role.StartsWith(pattern[..^1], StringComparison.Ordinal)));

    public JsonObject ToJson() => new()
    {
        ["allowed_roles"] = AllowedRoles.ToJson(),
        ["connection_details"] = new JsonObject { ["connection_url"] = Url, ["username"] = UserName },
        ["password_policy"] = string.Empty,
        ["plugin_name"] = Plugin,
        ["plugin_version"] = string.Empty,
        ["root_credentials_rotate_statements"] = new JsonArray(),
    };

    private static IDatabase? Open(string plugin, string url, string user, SecretText password)
    {
        if (plugin == InMemoryDatabase.PluginName)
        {
            return new InMemoryDatabase();
        }

        // The placeholders are not legal in a URL's host part; user and password travel separately anyway.
        var plain = url.Replace("{{username}}:{{password}}@", string.Empty, StringComparison.Ordinal);
        return plugin == PostgresDatabase.PluginName && Uri.TryCreate(plain, UriKind.Absolute, out var address) && address.Scheme is ("postgresql" or "postgres")
            ? WithUser(address, user, password)
            : null;
    }

    private static PostgresDatabase WithUser(Uri address, string user, SecretText password)
    {
        var parts = address.UserInfo.Split(':', 2);
        return parts[0].Length == 0
            ? new PostgresDatabase(address, user, password)
            : new PostgresDatabase(address, Uri.UnescapeDataString(parts[0]), new SecretText(parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty));
    }
}
