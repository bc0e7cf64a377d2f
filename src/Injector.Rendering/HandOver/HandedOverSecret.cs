using Injector.Rendering.Dependencies;
using Injector.Templates.Dependencies;
using Injector.Vault;

namespace Injector.Rendering.HandOver;

/// <summary>A secret that is handed over.</summary>
/// <param name="Dependency">What it answers.</param>
/// <param name="Envelope">The server's whole answer.</param>
internal sealed record HandedOverSecret(Dependency Dependency, byte[] Envelope)
{
    /// <summary>Its lease; without id when it has none.</summary>
    public VaultLease Lease { get; init; }

    /// <summary>When the lease was issued or last renewed.</summary>
    public DateTimeOffset LeaseSince { get; init; }

    /// <summary>What was to be done next.</summary>
    public WatchAction NextAction { get; init; }

    /// <summary>When; null: never.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Whether it can still be used.</summary>
    public bool IsAlive(DateTimeOffset now) => !Lease.Exists || LeaseSince + Lease.Duration > now;
}
