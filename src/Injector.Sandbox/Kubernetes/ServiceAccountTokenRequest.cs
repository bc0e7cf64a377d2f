namespace Injector.Sandbox.Kubernetes;

/// <summary>What a projected ServiceAccount token is to say.</summary>
public sealed record ServiceAccountTokenRequest
{
    /// <summary>The pod's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The pod's ServiceAccount.</summary>
    public required string ServiceAccount { get; init; }

    /// <summary>The <c>uid</c> of the ServiceAccount. Default: derived from namespace and name.</summary>
    public string? ServiceAccountUid { get; init; }

    /// <summary>For whom the token is. Default: the API server, that is, the issuer itself.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>How long the token is valid. Default: one hour, as <c>expirationSeconds</c> of a projected volume.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The pod the token is bound to; null: none.</summary>
    public string? PodName { get; init; }

    /// <summary>The <c>uid</c> of that pod.</summary>
    public string? PodUid { get; init; }
}
