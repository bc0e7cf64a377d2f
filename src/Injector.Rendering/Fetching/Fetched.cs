using Injector.Contracts.Secrecy;
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

    /// <summary>The whole answer; null unless the secret must not be fetched twice.</summary>
    public SecretBytes? Envelope { get; init; }

    /// <summary>What can be asked for next time instead of the secret; null: nothing.</summary>
    public KnownVersion? Known { get; init; }

    /// <summary>Whether the server said that nothing changed; there is no value then.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Why there is no value.</summary>
    public FetchFault? Fault { get; init; }

    public static Fetched Failed(FetchFault fault) => new() { Fault = fault };
}
