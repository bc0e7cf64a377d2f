using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Routing;

/// <summary>The roles of a backend under a path: list, read, write, delete.</summary>
/// <typeparam name="TRole">What a role is.</typeparam>
internal sealed class NamedRoles<TRole>
    where TRole : class
{
    private readonly ConcurrentDictionary<string, TRole> _roles = new(StringComparer.Ordinal);

    public TRole? Find(string name) => _roles.GetValueOrDefault(name);

    public IEnumerable<KeyValuePair<string, TRole>> All => _roles;

    public void Put(string name, TRole role) => _roles[name] = role;

    /// <summary>Makes the routes.</summary>
    /// <param name="path">For example <c>role</c>.</param>
    /// <param name="update">Makes the role that a write means, or the refusal. The old role is null for a new one.</param>
    /// <param name="print">The role as <c>data</c>.</param>
    /// <returns>Two routes.</returns>
    public IEnumerable<Route> Routes(
        string path,
        Func<VaultCall, TRole?, (TRole? Role, VaultReply? Refusal)> update,
        Func<TRole, JsonObject> print) =>
    [
        new Route(path).On(VaultOperation.List, _ => VaultReply.Keys(_roles.Keys)),
        new Route($"{path}/{{name}}") { Exists = call => _roles.ContainsKey(call["name"]) }
            .On(VaultOperation.Read, call => Find(call["name"]) is { } role ? VaultReply.Ok(print(role)) : VaultReply.Missing)
            .On(VaultOperation.Write, call => Write(call, update))
            .On(VaultOperation.Delete, Delete),
    ];

    private VaultReply Write(VaultCall call, Func<VaultCall, TRole?, (TRole? Role, VaultReply? Refusal)> update)
    {
        var (role, refusal) = update(call, Find(call["name"]));
        if (role is not null)
        {
            _roles[call["name"]] = role;
        }

        return refusal ?? VaultReply.NoContent;
    }

    private VaultReply Delete(VaultCall call)
    {
        _roles.TryRemove(call["name"], out _);
        return VaultReply.NoContent;
    }
}
