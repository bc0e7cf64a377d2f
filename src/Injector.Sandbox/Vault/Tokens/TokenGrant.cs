namespace Injector.Sandbox.Vault.Tokens;

/// <summary>What a login, or a token's owner, is given: the core makes the token.</summary>
internal sealed record TokenGrant
{
    public required TokenParameters Parameters { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>What the caller asks for; zero: the role's default.</summary>
    public TimeSpan WantedTtl { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public bool IsRenewable { get; init; } = true;

    /// <summary>Who the caller is; null: nobody that has an identity.</summary>
    public LoginAlias? Alias { get; init; }

    /// <summary>The entity of the parent, for child tokens.</summary>
    public string EntityId { get; init; } = string.Empty;

    /// <summary>The token that made it; null: an orphan.</summary>
    public TokenEntry? Parent { get; init; }

    /// <summary>An id chosen by the caller; null: a random one.</summary>
    public string? Id { get; init; }

    /// <summary>The role of <c>auth/token/create/…</c>.</summary>
    public string Role { get; init; } = string.Empty;
}
