namespace Injector.Sandbox.Pods;

/// <summary>What a pod runs on.</summary>
public sealed record PodRunnerOptions
{
    /// <summary>Image reference → what this machine runs in its place.</summary>
    public required IReadOnlyDictionary<string, LocalImage> Images { get; init; }

    /// <summary>Issues the tokens of projected volumes.</summary>
    public required IServiceAccountTokens Tokens { get; init; }

    /// <summary>The ConfigMaps and Secrets that the pod may refer to. Default: none but <c>kube-root-ca.crt</c>.</summary>
    public ClusterObjects Objects { get; init; } = new();

    /// <summary>The clock of the kubelet: back-off, probes, grace periods, token renewal.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>How containers are kept apart. Default: as well as this process may.</summary>
    public PodIsolation Isolation { get; init; } = PodIsolation.Detected;
}
