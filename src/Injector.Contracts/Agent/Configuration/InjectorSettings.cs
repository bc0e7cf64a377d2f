namespace Injector.Contracts.Agent.Configuration;

/// <summary>The <c>injector</c> section: what only our agent understands. Other agents ignore it.</summary>
public sealed record InjectorSettings
{
    /// <summary><c>init_patience</c>: how long the start phase retries before the agent ends with its diagnostic, as text; null: for ever, as the reference does.</summary>
    public string? InitPatience { get; init; }

    /// <summary><c>init_deadline</c>: the longest time <c>injector-agent wait</c> waits for the first publication, as text; null: 1 min.</summary>
    public string? InitDeadline { get; init; }

    /// <summary><c>volumes</c>: the mounts that files are published to. A destination belongs to the longest path it lies below; empty: its own folder.</summary>
    public IReadOnlyList<PublishedVolume> Volumes { get; init; } = [];

    /// <summary><c>hand_over</c>: folder on a memory volume for token, leases and content hashes, so that a restart or the sidecar is no new login. Null: none.</summary>
    public string? HandOver { get; init; }

    /// <summary><c>revoke_on_shutdown</c>: true: revoke token and leases when the agent is asked to end. Default false.</summary>
    public bool RevokeOnShutdown { get; init; }

    /// <summary><c>revoke_grace</c>: pause before that revocation, as text; null: none.</summary>
    public string? RevokeGrace { get; init; }

    /// <summary><c>publishing</c>: <c>generations</c> or <c>files</c>; null: <c>generations</c>.</summary>
    public string? Publishing { get; init; }

    /// <summary><c>on_withdrawn</c>: <c>keep</c> or <c>delete</c>: what happens to a file whose secret stays forbidden; null: <c>keep</c>.</summary>
    public string? OnWithdrawn { get; init; }

    /// <summary><c>metrics_address</c>: host and port of the metrics listener; null: none.</summary>
    public string? MetricsAddress { get; init; }
}
