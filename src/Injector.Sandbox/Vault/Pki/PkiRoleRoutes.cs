using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Pki;

/// <summary><c>roles/</c> of the PKI engine.</summary>
internal sealed class PkiRoleRoutes(PkiStore store)
{
    public IEnumerable<Route> Routes() =>
    [
        new Route("roles").On(VaultOperation.List, _ => VaultReply.Keys(store.Roles.Keys)),
        new Route("roles/{name}") { Exists = call => store.Roles.ContainsKey(call["name"]) }
            .On(VaultOperation.Read, call => store.Roles.GetValueOrDefault(call["name"]) is { } role ? VaultReply.Ok(role.ToJson()) : VaultReply.Missing)
            .On(VaultOperation.Write, call => Write(call, new PkiRole([])))
            .On(VaultOperation.Patch, call => store.Roles.GetValueOrDefault(call["name"]) is { } role ? Write(call, role) : VaultReply.Missing)
            .On(VaultOperation.Delete, Delete),
    ];

    private VaultReply Write(VaultCall call, PkiRole before)
    {
        var role = before.Update(call.Body);
        if (role.Check() is { } refusal)
        {
            return refusal;
        }

        if (role.MaxTtl > TimeSpan.Zero && role.Ttl > role.MaxTtl)
        {
            return VaultReply.BadRequest("\"ttl\" value must be less than \"max_ttl\" value");
        }

        store.Roles[call["name"]] = role;
        return VaultReply.Ok(role.ToJson());
    }

    private VaultReply Delete(VaultCall call)
    {
        store.Roles.TryRemove(call["name"], out _);
        return VaultReply.NoContent;
    }
}
