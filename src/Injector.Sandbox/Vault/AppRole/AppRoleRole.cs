using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.AppRole;

/// <summary>A role that programs log in with.</summary>
internal sealed record AppRoleRole
{
    public required string RoleId { get; init; }

    public bool BindsSecretId { get; init; } = true;

    public TimeSpan SecretIdTtl { get; init; }

    public long SecretIdNumUses { get; init; }

    public TokenParameters Token { get; init; } = new();

    public static (AppRoleRole? Role, VaultReply? Refusal) Update(FieldReader fields, AppRoleRole? before)
    {
        var old = before ?? new AppRoleRole { RoleId = Guid.NewGuid().ToString() };
        var role = old with
        {
            RoleId = fields.Text("role_id", old.RoleId),
            BindsSecretId = fields.Flag("bind_secret_id", old.BindsSecretId),
            SecretIdTtl = fields.Duration("secret_id_ttl", old.SecretIdTtl),
            SecretIdNumUses = fields.Number("secret_id_num_uses", old.SecretIdNumUses),
            Token = old.Token.Update(fields),
        };
        return fields.Refusal is { } refusal ? (null, refusal)
            : !role.BindsSecretId && role.Token.BoundCidrs.Count == 0 ? (null, VaultReply.BadRequest("at least one constraint should be enabled on the role"))
            : (role, null);
    }

    public JsonObject ToJson()
    {
        var role = new JsonObject
        {
            ["bind_secret_id"] = BindsSecretId,
            ["local_secret_ids"] = false,
            ["secret_id_bound_cidrs"] = null,
            ["secret_id_num_uses"] = SecretIdNumUses,
            ["secret_id_ttl"] = SecretIdTtl.ToSeconds(),
        };
        Token.WriteTo(role);
        return role;
    }
}
