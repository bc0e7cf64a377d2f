namespace Injector.Sandbox.Vault.Leases;

/// <summary>A secret that ends: how long it lives and what to do at its end.</summary>
internal sealed record LeaseOffer
{
    /// <summary>The role's TTL; zero: the mount's.</summary>
    public TimeSpan Ttl { get; init; }

    /// <summary>The role's limit; zero: the mount's.</summary>
    public TimeSpan MaxTtl { get; init; }

    public bool IsRenewable { get; init; } = true;

    /// <summary>Takes the secret back.</summary>
    public required Func<CancellationToken, ValueTask> RevokeAsync { get; init; }

    /// <summary>Moves the secret's end, where it knows one of its own. Answers what went wrong, or null.</summary>
    public Func<DateTimeOffset, CancellationToken, ValueTask<string?>>? ExtendAsync { get; init; }
}
