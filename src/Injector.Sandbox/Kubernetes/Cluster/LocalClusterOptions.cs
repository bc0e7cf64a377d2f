using Injector.Sandbox.Pods;

namespace Injector.Sandbox.Kubernetes.Cluster;

/// <summary>What a cluster on this machine is made of.</summary>
public sealed record LocalClusterOptions
{
    /// <summary>Image reference → what this machine runs in its place; null: there is nothing, and the pod fails.</summary>
    public required Func<string, LocalImage?> Images { get; init; }

    /// <summary>Signs the tokens of pods.</summary>
    public required ServiceAccountTokenIssuer Tokens { get; init; }

    /// <summary>The cluster's clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Chooses generated names: numbers from 0 up to but not including 1.</summary>
    public required Func<double> Chance { get; init; }
}
