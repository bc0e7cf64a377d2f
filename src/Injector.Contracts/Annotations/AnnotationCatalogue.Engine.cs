namespace Injector.Contracts.Annotations;

public static partial class AnnotationCatalogue
{
    /// <summary>Whether the agent caches.</summary>
    public static AnnotationDefinition CacheEnable { get; } = new("agent-cache-enable", AnnotationValueType.Boolean,
        "Gives the agent a loopback listener with a cache, persisted from init container to sidecar.")
    {
        Default = "false",
        Example = "true",
        Difference = "Works with a token volume of its own too: the persistent cache names that token.",
    };

    /// <summary>Whether the cache uses the agent's token.</summary>
    public static AnnotationDefinition CacheUseAutoAuthToken { get; } = new("agent-cache-use-auto-auth-token", AnnotationValueType.Text,
        "Whether requests without a token use the agent's: true, false or force.")
    {
        Default = "true",
        Example = "force",
    };

    /// <summary>Port of the listener.</summary>
    public static AnnotationDefinition CacheListenerPort { get; } = new("agent-cache-listener-port", AnnotationValueType.Port, "Port of the loopback listener.")
    {
        Default = "8200",
        Example = "8300",
        Difference = "A value that is no port is denied (a warning in the preset compatible).",
    };

    /// <summary>Whether a broken persistent cache ends the agent.</summary>
    public static AnnotationDefinition CacheExitOnError { get; } = new("agent-cache-exit-on-err", AnnotationValueType.Boolean,
        "Ends the agent when the persistent cache cannot be read.")
    {
        Default = "false",
        Example = "true",
    };

    /// <summary>Whether a fetch that failed for good ends the agent.</summary>
    public static AnnotationDefinition ExitOnRetryFailure { get; } = new("template-config-exit-on-retry-failure", AnnotationValueType.Boolean,
        "Ends the agent when a secret could not be read after all attempts.")
    {
        Default = "true",
        Example = "false",
    };

    /// <summary>How often secrets without a lease are read.</summary>
    public static AnnotationDefinition StaticSecretRenderInterval { get; } = new("template-static-secret-render-interval", AnnotationValueType.Text,
        "How often secrets without a lease are read again.")
    {
        DefaultNote = "5m",
        Example = "30s",
    };

    /// <summary>Connections per host.</summary>
    public static AnnotationDefinition MaxConnectionsPerHost { get; } = new("template-max-connections-per-host", AnnotationValueType.Integer,
        "Connections to Vault at the same time.")
    {
        DefaultNote = "10",
        Example = "4",
    };

    /// <summary>Part of a lease after which it is read again.</summary>
    public static AnnotationDefinition LeaseRenewalThreshold { get; } = new("template-lease-renewal-threshold", AnnotationValueType.Float,
        "Part of a lease that cannot be renewed after which the secret is read again.")
    {
        DefaultNote = "0.90",
        Example = "0.75",
        Difference = "The installation's default takes effect; the reference reads it and forgets it.",
    };

    /// <summary>Parts whose idle connections are closed.</summary>
    public static AnnotationDefinition DisableIdleConnections { get; } = new("agent-disable-idle-connections", AnnotationValueType.List,
        "Parts of the agent that close idle connections: auto-auth, caching, proxying, templating.")
    {
        Example = "auto-auth,templating",
    };

    /// <summary>Parts that use each connection once.</summary>
    public static AnnotationDefinition DisableKeepAlives { get; } = new("agent-disable-keep-alives", AnnotationValueType.List,
        "Parts of the agent that use each connection once; same words.")
    {
        Example = "caching",
    };

    /// <summary>Telemetry parameter.</summary>
    public static AnnotationDefinition Telemetry { get; } = new("agent-telemetry", AnnotationValueType.Json,
        "Telemetry parameter; dashes become underscores. The value is read as JSON when it is JSON, else as text.")
    {
        Scope = AnnotationScope.Parameter,
        Example = "true",
        Difference = "A value of the wrong type is denied (a warning in the preset compatible, and only that parameter is left out).",
    };

    private static AnnotationDefinition[] EngineKeys =>
    [
        CacheEnable, CacheUseAutoAuthToken, CacheListenerPort, CacheExitOnError, ExitOnRetryFailure, StaticSecretRenderInterval, MaxConnectionsPerHost,
        LeaseRenewalThreshold, DisableIdleConnections, DisableKeepAlives, Telemetry,
    ];
}
