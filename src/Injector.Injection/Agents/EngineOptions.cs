namespace Injector.Injection.Agents;

/// <summary>Settings of the agent's cache, listener, template engine and telemetry.</summary>
internal sealed record EngineOptions
{
    public required bool CacheEnabled { get; init; }

    public required string CacheUseAutoAuthToken { get; init; }

    public required string ListenerPort { get; init; }

    public required bool CacheExitOnError { get; init; }

    public required bool EnableQuit { get; init; }

    public required bool ExitOnRetryFailure { get; init; }

    public required string StaticSecretRenderInterval { get; init; }

    public required long MaxConnectionsPerHost { get; init; }

    public required double LeaseRenewalThreshold { get; init; }

    public required IReadOnlyList<string> DisableIdleConnections { get; init; }

    public required IReadOnlyList<string> DisableKeepAlives { get; init; }

    public required IReadOnlyDictionary<string, object?>? Telemetry { get; init; }
}
