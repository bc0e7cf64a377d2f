using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Clock;
using Injector.Sandbox.Vault.Policies;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Tokens;

/// <summary>A token the server knows. What changes in its life changes under the store's lock only.</summary>
internal sealed class TokenEntry
{
    public required SecretText Id { get; init; }

    public required string Accessor { get; init; }

    public required TokenGrant Grant { get; init; }

    /// <summary>The path that made it, with the mount.</summary>
    public required string Path { get; init; }

    /// <summary>The namespace it belongs to: empty, or with a slash at its end.</summary>
    public required string NamespacePath { get; init; }

    public required IReadOnlyList<string> Policies { get; init; }

    public required TtlRules Rules { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required TimeSpan CreationTtl { get; init; }

    public string EntityId { get; init; } = string.Empty;

    public IReadOnlyList<string> IdentityPolicies { get; init; } = [];

    public TokenKind Kind => Grant.Parameters.Kind;

    public bool IsRenewable => Grant.IsRenewable && Kind == TokenKind.Service && CreationTtl > TimeSpan.Zero;

    public bool IsRoot => Policies.Contains(Policy.Root);

    /// <summary>When it ends; null: never.</summary>
    public DateTimeOffset? Expires { get; set; }

    public DateTimeOffset? LastRenewal { get; set; }

    /// <summary>What the last creation or renewal gave.</summary>
    public TimeSpan Duration { get; set; }

    public long UsesLeft { get; set; }

    public bool IsRevoked { get; set; }

    public JsonObject ToAuth()
    {
        var auth = new JsonObject
        {
            ["client_token"] = Id.Reveal(),
            ["accessor"] = Accessor,
            ["policies"] = AllPolicies().ToJson(),
            ["token_policies"] = Policies.ToJson(),
            ["metadata"] = Grant.Metadata.Count == 0 ? null : Grant.Metadata.ToJson(),
            ["lease_duration"] = Duration.ToSeconds(),
            ["renewable"] = IsRenewable,
            ["entity_id"] = EntityId,
            ["token_type"] = KindName,
            ["orphan"] = Grant.Parent is null,
            ["mfa_requirement"] = null,
            ["num_uses"] = Grant.Parameters.NumUses,
        };
        if (IdentityPolicies.Count > 0)
        {
            auth["identity_policies"] = IdentityPolicies.ToJson();
        }

        return auth;
    }

    public JsonObject ToLookup(DateTimeOffset now)
    {
        var lookup = new JsonObject
        {
            ["accessor"] = Accessor,
            ["creation_time"] = Created.ToUnixTimeSeconds(),
            ["creation_ttl"] = CreationTtl.ToSeconds(),
            ["display_name"] = Grant.DisplayName,
            ["entity_id"] = EntityId,
            ["expire_time"] = Expires is { } expires ? GoTime.Print(expires) : null,
            ["explicit_max_ttl"] = Grant.Parameters.ExplicitMaxTtl.ToSeconds(),
            ["id"] = Id.Reveal(),
            ["issue_time"] = GoTime.Print(Created),
            ["meta"] = Grant.Metadata.Count == 0 ? null : Grant.Metadata.ToJson(),
            ["num_uses"] = UsesLeft,
            ["orphan"] = Grant.Parent is null,
            ["path"] = Path,
            ["policies"] = Policies.ToJson(),
            ["renewable"] = IsRenewable,
            ["ttl"] = Expires is { } end ? (end - now).ToSeconds() : 0,
            ["type"] = KindName,
        };
        AddOptional(lookup);
        return lookup;
    }

    /// <summary>The policies of the token and of its identity.</summary>
    public IEnumerable<string> AllPolicies() => Policies.Union(IdentityPolicies).Order(StringComparer.Ordinal);

    private string KindName => Kind == TokenKind.Batch ? "batch" : "service";

    private void AddOptional(JsonObject lookup)
    {
        if (Grant.Parameters.Period > TimeSpan.Zero)
        {
            lookup["period"] = Grant.Parameters.Period.ToSeconds();
        }

        if (LastRenewal is { } renewal)
        {
            lookup["last_renewal"] = GoTime.Print(renewal);
            lookup["last_renewal_time"] = renewal.ToUnixTimeSeconds();
        }

        if (IdentityPolicies.Count > 0)
        {
            lookup["identity_policies"] = IdentityPolicies.ToJson();
        }

        if (Grant.Role.Length > 0)
        {
            lookup["role"] = Grant.Role;
        }

        if (NamespacePath.Length > 0)
        {
            lookup["namespace_path"] = NamespacePath;
        }
    }
}
