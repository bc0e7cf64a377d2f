using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Tokens;

/// <summary><c>auth/token/roles</c>.</summary>
internal sealed class TokenRoles
{
    private readonly ConcurrentDictionary<string, TokenRole> _roles = new(StringComparer.Ordinal);

    public TokenRole? Find(string name) => _roles.GetValueOrDefault(name);

    public Route List() => new Route("roles").On(VaultOperation.List, _ => VaultReply.Keys(_roles.Keys));

    public Route Route() => new Route("roles/{role}") { Exists = call => _roles.ContainsKey(call["role"]) }
        .On(VaultOperation.Read, call => Find(call["role"]) is { } role ? VaultReply.Ok(Print(role)) : VaultReply.Missing)
        .On(VaultOperation.Write, Write)
        .On(VaultOperation.Delete, Delete);

    private VaultReply Write(VaultCall call)
    {
        var fields = call.Fields();
        var role = Find(call["role"]) ?? new TokenRole(call["role"]);
        role = role with
        {
            AllowedPolicies = fields.Has("allowed_policies") ? fields.Texts("allowed_policies") : role.AllowedPolicies,
            DisallowedPolicies = fields.Has("disallowed_policies") ? fields.Texts("disallowed_policies") : role.DisallowedPolicies,
            IsOrphan = fields.Flag("orphan", role.IsOrphan),
            IsRenewable = fields.Flag("renewable", role.IsRenewable),
            Parameters = role.Parameters.Update(fields),
        };
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        _roles[role.Name] = role;
        return VaultReply.NoContent;
    }

    private VaultReply Delete(VaultCall call)
    {
        _roles.TryRemove(call["role"], out _);
        return VaultReply.NoContent;
    }

    private static JsonObject Print(TokenRole role)
    {
        var printed = new JsonObject
        {
            ["name"] = role.Name,
            ["allowed_policies"] = role.AllowedPolicies.ToJson(),
            ["disallowed_policies"] = role.DisallowedPolicies.ToJson(),
            ["orphan"] = role.IsOrphan,
            ["renewable"] = role.IsRenewable,
        };
        role.Parameters.WriteTo(printed);
        return printed;
    }
}
