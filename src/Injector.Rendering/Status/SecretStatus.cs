using Injector.Contracts.Diagnostics;
using Injector.Rendering.Dependencies;

namespace Injector.Rendering.Status;

/// <summary>What can be said about one secret.</summary>
/// <param name="Name">The dependency's name, for example <c>vault.read(secret/data/app)</c>.</param>
/// <param name="State">In a word.</param>
public sealed record SecretStatus(string Name, SecretState State)
{
    /// <summary>Version of a KV version 2 secret; empty: none.</summary>
    public string Version { get; init; } = "";

    /// <summary>What is left of its lease; null: it has none.</summary>
    public TimeSpan? LeaseLeft { get; init; }

    /// <summary>When it was fetched; null: never.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>What happens next, for example <c>renew</c>; empty: nothing.</summary>
    public string NextAction { get; init; } = "";

    /// <summary>When; null: never, or now.</summary>
    public TimeSpan? NextIn { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last attempt failed; null: it did not.</summary>
    public Diagnostic? Fault { get; init; }

    internal static SecretStatus Of(DependencyWatch watch, TimeSpan now, DateTimeOffset wall) => new(watch.Dependency.Name, StateOf(watch))
    {
        Version = watch.Version,
        LeaseLeft = watch.Lease.Exists ? watch.LeaseLeft(now) : null,
        FetchedAt = watch.Value is null ? null : wall - (now - watch.FetchedAt),
        NextAction = watch.NextAction switch
        {
            WatchAction.Renew => "renew",
            WatchAction.Fetch => "read",
            _ => "",
        },
        NextIn = watch.Due is { } due ? due - now : null,
        Failures = watch.Failures,
        Fault = watch.Fault?.Diagnostic,
    };

    private static SecretState StateOf(DependencyWatch watch) => (watch.Value, watch.Fault) switch
    {
        (null, null) => SecretState.Waiting,
        (null, _) => SecretState.Failing,
        (_, null) => SecretState.Fresh,
        _ => SecretState.Stale,
    };
}
