using Injector.Rendering.Leases;
using Injector.Templates.Values;
using Injector.Vault;

namespace Injector.Rendering.Fetching;

/// <summary>What a fetch gave: a value with its plan, or a fault.</summary>
internal sealed record Fetched
{
    /// <summary>The value for templates; null when there is a fault.</summary>
    public Value? Value { get; init; }

    /// <summary>Hash of the content: equal hashes, nothing to do.</summary>
    public UInt128 Fingerprint { get; init; }

    /// <summary>What happens next.</summary>
    public FetchPlan Plan { get; init; } = FetchPlan.Never;

    /// <summary>The lease; without id when there is none.</summary>
    public VaultLease Lease { get; init; }

    /// <summary>How the lease is extended; null: it cannot be.</summary>
    public RenewalTarget? Renewal { get; init; }

    /// <summary>Version of a KV version 2 secret; empty: none.</summary>
    public string Version { get; init; } = "";

    /// <summary>Why there is no value.</summary>
    public FetchFault? Fault { get; init; }

    public static Fetched Failed(FetchFault fault) => new() { Fault = fault };
}
