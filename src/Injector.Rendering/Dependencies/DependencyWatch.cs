using Injector.Contracts.Secrecy;
using Injector.Rendering.Fetching;
using Injector.Rendering.Leases;
using Injector.Templates.Dependencies;
using Injector.Templates.Values;
using Injector.Vault;

namespace Injector.Rendering.Dependencies;

/// <summary>Everything known about one dependency, shared by all templates that use it. Changed by <see cref="DependencyTable"/> only.</summary>
internal sealed class DependencyWatch
{
    public DependencyWatch(Dependency dependency) => Dependency = dependency;

    public Dependency Dependency { get; }

    /// <summary>The last good value; null before the first.</summary>
    public Value? Value { get; set; }

    public UInt128 Fingerprint { get; set; }

    public string Version { get; set; } = "";

    /// <summary>The whole answer, kept for the hand-over; null unless the secret must not be fetched twice.</summary>
    public SecretBytes? Envelope { get; set; }

    /// <summary>What is known about the secret's metadata: by it the server can be asked whether anything changed.</summary>
    public KnownVersion? Known { get; set; }

    /// <summary>When the value was fetched, on the engine's clock.</summary>
    public TimeSpan FetchedAt { get; set; }

    public VaultLease Lease { get; set; }

    /// <summary>When the lease was issued or last renewed.</summary>
    public TimeSpan LeaseSince { get; set; }

    public RenewalTarget? Renewal { get; set; }

    public RenewalClock? RenewalClock { get; set; }

    /// <summary>Whether the present lease was extended at least once.</summary>
    public bool WasRenewed { get; set; }

    public WatchAction NextAction { get; set; } = WatchAction.Fetch;

    /// <summary>When the next action is due; null: never.</summary>
    public TimeSpan? Due { get; set; } = TimeSpan.Zero;

    /// <summary>Whether the action waits for company: it is started with all others that are nearly due.</summary>
    public bool IsWithOthers { get; set; }

    /// <summary>Number of the job under way; null: none. An answer to another job is out of date.</summary>
    public long? Job { get; set; }

    /// <summary>When that job was sent, on the engine's clock: a life in its answer began no earlier than then.</summary>
    public TimeSpan JobSentAt { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    public TimeSpan FailingSince { get; set; }

    public FetchFault? Fault { get; set; }

    public TimeSpan FaultReportedAt { get; set; }

    public TimeSpan LeaseLeft(TimeSpan now) => LeaseSince + Lease.Duration - now;
}
