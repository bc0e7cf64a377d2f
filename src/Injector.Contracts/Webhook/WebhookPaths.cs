namespace Injector.Contracts.Webhook;

/// <summary>Paths of the webhook's HTTP interface.</summary>
public static class WebhookPaths
{
    /// <summary>Injects into pods.</summary>
    public const string Mutate = "/mutate";

    /// <summary>Warns about workloads whose pods would be denied or not injected.</summary>
    public const string ValidateWorkloads = "/validate-workloads";

    /// <summary>204 while the process works.</summary>
    public const string Live = "/health/live";

    /// <summary>204 while an admission would be answered now.</summary>
    public const string Ready = "/health/ready";

    /// <summary>Metrics on the plain listener.</summary>
    public const string Metrics = "/metrics";
}
