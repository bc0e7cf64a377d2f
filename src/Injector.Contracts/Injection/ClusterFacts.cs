namespace Injector.Contracts.Injection;

/// <summary>What is known about the cluster; everything may be unknown.</summary>
public sealed record ClusterFacts
{
    /// <summary>Nothing is known.</summary>
    public static ClusterFacts Unknown { get; } = new();

    /// <summary>The API server's version. Null: unknown.</summary>
    public KubernetesVersion? Server { get; init; }

    /// <summary>The oldest kubelet of all nodes. Null: unknown, for example because nodes may not be listed.</summary>
    public KubernetesVersion? OldestKubelet { get; init; }

    /// <summary>
    /// Whether every node runs native sidecars: kubelets from 1.29 on when they are known, else a server from 1.32 on,
    /// since kubelets may be three minor versions older than the server.
    /// </summary>
    public bool SupportsNativeSidecars =>
        OldestKubelet is { } kubelet ? kubelet >= new KubernetesVersion(1, 29) : Server >= new KubernetesVersion(1, 32);
}
