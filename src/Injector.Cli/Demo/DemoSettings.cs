using Injector.Sandbox.Pods;

namespace Injector.Cli.Demo;

/// <summary>What the demo runs on.</summary>
internal sealed record DemoSettings
{
    /// <summary>The agent's binary.</summary>
    public required FileInfo Agent { get; init; }

    /// <summary>The webhook's binary.</summary>
    public required FileInfo Webhook { get; init; }

    /// <summary>Folder with the manifests.</summary>
    public required DirectoryInfo Examples { get; init; }

    /// <summary>How the binaries were built.</summary>
    public required BinaryKind Binaries { get; init; }

    /// <summary>The webhook's <c>-sidecar-mode</c>: the sandbox stands for a cluster that can run native sidecars.</summary>
    public required string SidecarMode { get; init; }

    /// <summary>How the pods are kept apart from this machine.</summary>
    public required PodIsolation Isolation { get; init; }

    /// <summary>The server to use instead of the sandbox's; null: the sandbox's.</summary>
    public required RealVault? RealVault { get; init; }
}
