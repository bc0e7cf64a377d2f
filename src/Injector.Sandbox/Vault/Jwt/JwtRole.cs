using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Jwt;

/// <summary>Which tokens get which Vault token.</summary>
internal sealed record JwtRole
{
    public string UserClaim { get; init; } = string.Empty;

    public string BoundSubject { get; init; } = string.Empty;

    public IReadOnlyList<string> BoundAudiences { get; init; } = [];

    public JsonObject BoundClaims { get; init; } = [];

    public bool IsGlob { get; init; }

    public IReadOnlyDictionary<string, string> ClaimMappings { get; init; } = new Dictionary<string, string>();

    /// <summary>How much clocks may differ. Vault's default is a minute.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(1);

    public TokenParameters Token { get; init; } = new();

    public static (JwtRole? Role, VaultReply? Refusal) Update(FieldReader fields, JwtRole? before)
    {
        var old = before ?? new JwtRole();
        var role = old with
        {
            UserClaim = fields.Text("user_claim", old.UserClaim),
            BoundSubject = fields.Text("bound_subject", old.BoundSubject),
            BoundAudiences = fields.Has("bound_audiences") ? fields.Texts("bound_audiences") : old.BoundAudiences,
            BoundClaims = fields.Object("bound_claims")?.DeepClone().AsObject() ?? old.BoundClaims,
            IsGlob = fields.Text("bound_claims_type", old.IsGlob ? "glob" : "string") == "glob",
            ClaimMappings = fields.Has("claim_mappings") ? fields.Map("claim_mappings") : old.ClaimMappings,
            ClockSkew = fields.Duration("clock_skew_leeway", old.ClockSkew),
            Token = old.Token.Update(fields),
        };
        return fields.Refusal is { } refusal ? (null, refusal)
            : fields.Text("role_type", "jwt") != "jwt" ? (null, VaultReply.BadRequest("the sandbox knows the role_type jwt only"))
            : role.UserClaim.Length == 0 ? (null, VaultReply.BadRequest("a user claim must be defined on the role"))
            : role is { BoundSubject.Length: 0, BoundAudiences.Count: 0, BoundClaims.Count: 0, Token.BoundCidrs.Count: 0 }
                ? (null, VaultReply.BadRequest("must have at least one bound constraint when creating/updating a role"))
                : (role, null);
    }

    public JsonObject ToJson()
    {
        var role = new JsonObject
        {
            ["bound_audiences"] = BoundAudiences.ToJson(),
            ["bound_claims"] = BoundClaims.DeepClone(),
            ["bound_claims_type"] = IsGlob ? "glob" : "string",
            ["bound_subject"] = BoundSubject,
            ["claim_mappings"] = ClaimMappings.ToJson(),
            ["clock_skew_leeway"] = ClockSkew.ToSeconds(),
            ["role_type"] = "jwt",
            ["user_claim"] = UserClaim,
        };
        Token.WriteTo(role);
        return role;
    }
}
