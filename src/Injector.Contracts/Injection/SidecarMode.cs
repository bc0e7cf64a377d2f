namespace Injector.Contracts.Injection;

/// <summary>How the agent stands in the pod.</summary>
public enum SidecarMode
{
    /// <summary>One restartable init container where the cluster can run it, else the classic pair.</summary>
    Auto,

    /// <summary>One restartable init container (a native sidecar), always.</summary>
    Native,

    /// <summary>An init container that renders once and a sidecar that keeps the files fresh, always.</summary>
    Classic,
}
