using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Tokens;

/// <summary>The <c>token_…</c> fields every auth method's roles share.</summary>
internal sealed record TokenParameters
{
    public IReadOnlyList<string> Policies { get; init; } = [];

    public TimeSpan Ttl { get; init; }

    public TimeSpan MaxTtl { get; init; }

    public TimeSpan Period { get; init; }

    public TimeSpan ExplicitMaxTtl { get; init; }

    public long NumUses { get; init; }

    public TokenKind Kind { get; init; } = TokenKind.Service;

    public bool NoDefaultPolicy { get; init; }

    public IReadOnlyList<string> BoundCidrs { get; init; } = [];

    /// <summary>Reads the fields of a role, also under their old names without the prefix. Fields that are absent keep their value.</summary>
    public TokenParameters Update(FieldReader fields) => this with
    {
        Policies = Either(fields, "token_policies", "policies") is { } policies ? fields.Texts(policies) : Policies,
        Ttl = Either(fields, "token_ttl", "ttl") is { } ttl ? fields.Duration(ttl) : Ttl,
        MaxTtl = Either(fields, "token_max_ttl", "max_ttl") is { } maxTtl ? fields.Duration(maxTtl) : MaxTtl,
        Period = Either(fields, "token_period", "period") is { } period ? fields.Duration(period) : Period,
        ExplicitMaxTtl = fields.Duration("token_explicit_max_ttl", ExplicitMaxTtl),
        NumUses = Either(fields, "token_num_uses", "num_uses") is { } uses ? fields.Number(uses) : NumUses,
        Kind = fields.Text("token_type", Kind == TokenKind.Batch ? "batch" : "service") is "batch" ? TokenKind.Batch : TokenKind.Service,
        NoDefaultPolicy = fields.Flag("token_no_default_policy", NoDefaultPolicy),
        BoundCidrs = fields.Has("token_bound_cidrs") ? fields.Texts("token_bound_cidrs") : BoundCidrs,
    };

    public void WriteTo(JsonObject role)
    {
        role["token_bound_cidrs"] = BoundCidrs.ToJson();
        role["token_explicit_max_ttl"] = ExplicitMaxTtl.ToSeconds();
        role["token_max_ttl"] = MaxTtl.ToSeconds();
        role["token_no_default_policy"] = NoDefaultPolicy;
        role["token_num_uses"] = NumUses;
        role["token_period"] = Period.ToSeconds();
        role["token_policies"] = Policies.ToJson();
        role["token_ttl"] = Ttl.ToSeconds();
        role["token_type"] = Kind == TokenKind.Batch ? "batch" : "default";
    }

    private static string? Either(FieldReader fields, string name, string oldName) => fields.Has(name) ? name : fields.Has(oldName) ? oldName : null;
}
