namespace Injector.Contracts.Webhook;

/// <summary>Limits of the webhook's HTTP interface. They are part of the interface: each has a test and a documented answer.</summary>
public static class WebhookLimits
{
    /// <summary>
    /// Largest body of an admission review: 4 MiB. The API server accepts requests of at most 3 MiB; the rest is room for the envelope.
    /// </summary>
    public const int MaxMutateBodyBytes = 4 * 1024 * 1024;

    /// <summary>Largest body of a review of a workload: 7 MiB. An update carries the object twice.</summary>
    public const int MaxWorkloadBodyBytes = 7 * 1024 * 1024;

    /// <summary>Deepest nesting of a review. A pod of the API is about 15 levels deep.</summary>
    public const int MaxNesting = 128;

    /// <summary>Time a caller has to send a body: 10 s. The API server waits at most 30 s for the whole answer.</summary>
    public static TimeSpan BodyTimeout { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Time a caller has to send the headers: 10 s.</summary>
    public static TimeSpan HeaderTimeout { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Time a caller has for the TLS handshake: 10 s.</summary>
    public static TimeSpan HandshakeTimeout { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Time an idle connection is kept: 130 s, longer than the 90 s after which the API server closes it itself.</summary>
    public static TimeSpan KeepAliveTimeout { get; } = TimeSpan.FromSeconds(130);

    /// <summary>Most connections at a time; further ones are closed at once.</summary>
    public const int MaxConnections = 4096;

    /// <summary>Most namespaces that get a metric series of their own; the rest is counted under <c>_other</c>.</summary>
    public const int MaxNamespaceSeries = 5000;
}
