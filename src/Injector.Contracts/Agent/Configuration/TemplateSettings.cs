namespace Injector.Contracts.Agent.Configuration;

/// <summary>The <c>template_config</c> section.</summary>
public sealed record TemplateSettings
{
    /// <summary>True: a fetch that failed for good ends the agent. Default false in the document; the webhook writes true.</summary>
    public bool ExitOnRetryFailure { get; init; }

    /// <summary>How often secrets without a lease are read again, as text; null: 5 min.</summary>
    public string? StaticSecretRenderInterval { get; init; }

    /// <summary>Connections per host; 0: the default of 10.</summary>
    public long MaxConnectionsPerHost { get; init; }

    /// <summary>Part of a non-renewable lease after which it is read again; 0: the default of 0.90.</summary>
    public double LeaseRenewalThreshold { get; init; }
}
