using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Authorization;
using Injector.Sandbox.Vault.Policies;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Tokens;

/// <summary><c>auth/token/create…</c>: a token makes another, never one that may do more.</summary>
internal sealed class TokenCreation(Gatekeeper gatekeeper, TokenRoles roles)
{
    public VaultReply Create(VaultCall call)
    {
        if (call.Token is not { } parent)
        {
            return Refusals.MissingToken;
        }

        var isTrusted = IsTrusted(parent, call);
        var fields = call.Fields();
        if (!isTrusted && (fields.Flag("no_parent") || fields.Has("id") || fields.Has("period")))
        {
            return VaultReply.BadRequest("root or sudo privileges required to create a token without parent, with an id or with a period");
        }

        return Make(call, fields, fields.Flag("no_parent") ? null : parent, isTrusted);
    }

    public static VaultReply CreateOrphan(VaultCall call) => Make(call, call.Fields(), parent: null, isTrusted: true);

    public VaultReply CreateWithRole(VaultCall call)
    {
        if (roles.Find(call["role"]) is not { } role)
        {
            return VaultReply.BadRequest($"unknown role {call["role"]}");
        }

        var fields = call.Fields();
        var wanted = fields.Texts("policies");
        var policies = wanted.Count == 0 ? role.AllowedPolicies : wanted;
        if (role.AllowedPolicies.Count > 0 && policies.FirstOrDefault(policy => policy != Policy.Default && !role.AllowedPolicies.Contains(policy)) is { } refused)
        {
            return VaultReply.BadRequest($"token policies ([\"{refused}\"]) must be subset of the role's allowed policies");
        }

        if (policies.FirstOrDefault(role.DisallowedPolicies.Contains) is { } forbidden)
        {
            return VaultReply.BadRequest($"token policy \"{forbidden}\" is disallowed by this role");
        }

        var grant = Grant(call, fields, role.IsOrphan ? null : call.Token) with { Role = role.Name, IsRenewable = role.IsRenewable };
        return fields.Refusal ?? new VaultReply
        {
            Grant = grant with
            {
                Parameters = grant.Parameters with
                {
                    Policies = policies,
                    Period = role.Parameters.Period,
                    ExplicitMaxTtl = role.Parameters.ExplicitMaxTtl > TimeSpan.Zero ? role.Parameters.ExplicitMaxTtl : grant.Parameters.ExplicitMaxTtl,
                },
            },
        };
    }

    private static TokenGrant Grant(VaultCall call, FieldReader fields, TokenEntry? parent) => new()
    {
        Parameters = new TokenParameters
        {
            Policies = fields.Texts("policies"),
            ExplicitMaxTtl = fields.Duration("explicit_max_ttl"),
            Period = fields.Duration("period"),
            NumUses = fields.Number("num_uses"),
            NoDefaultPolicy = fields.Flag("no_default_policy"),
            Kind = fields.Text("type") == "batch" ? TokenKind.Batch : TokenKind.Service,
        },
        DisplayName = fields.Text("display_name") is { Length: > 0 } name ? $"token-{name}" : "token",
        WantedTtl = fields.Duration(fields.Has("ttl") ? "ttl" : "lease"),
        Metadata = fields.Map("meta"),
        IsRenewable = fields.Flag("renewable", fallback: true),
        Parent = parent,
        EntityId = call.Token?.EntityId ?? string.Empty,
        Id = fields.Text("id") is { Length: > 0 } id ? id : null,
    };

    private static VaultReply Make(VaultCall call, FieldReader fields, TokenEntry? parent, bool isTrusted)
    {
        if (call.Token is not { } creator)
        {
            return Refusals.MissingToken;
        }

        if (creator.Kind == TokenKind.Batch)
        {
            return VaultReply.BadRequest("batch tokens cannot create more tokens");
        }

        var grant = Grant(call, fields, parent);
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        var policies = grant.Parameters.Policies;
        if (policies.Count == 0)
        {
            grant = grant with { Parameters = grant.Parameters with { Policies = creator.Policies } };
        }
        else if (policies.Contains(Policy.Root) && !creator.IsRoot)
        {
            return VaultReply.BadRequest("root tokens may not be created without parent token being root");
        }
        else if (!isTrusted && policies.Any(policy => policy != Policy.Default && !creator.Policies.Contains(policy)))
        {
            return VaultReply.BadRequest("child policies must be subset of parent");
        }

        return new VaultReply
        {
            Grant = grant,
            Warnings = [.. policies.Where(policy => call.Namespace.Policies.Find(policy) is null).Select(static policy => $"Policy \"{policy}\" does not exist")],
        };
    }

    private bool IsTrusted(TokenEntry token, VaultCall call)
    {
        var access = gatekeeper.AccessOf(token);
        return access.IsRootFor(call.FullPath) || access.Find(call.FullPath)?.Capabilities.HasFlag(Capabilities.Sudo) == true;
    }
}
