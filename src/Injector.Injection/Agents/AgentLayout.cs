namespace Injector.Injection.Agents;

/// <summary>Which agent containers a pod gets.</summary>
internal enum AgentLayout
{
    /// <summary>None: both halves were switched off.</summary>
    None,

    /// <summary>The init container alone.</summary>
    InitOnly,

    /// <summary>The classic sidecar alone.</summary>
    SidecarOnly,

    /// <summary>Init container and sidecar.</summary>
    Pair,

    /// <summary>One restartable init container that holds the app back until the files are there.</summary>
    Native,

    /// <summary>One restartable init container that the app does not wait for.</summary>
    NativeUngated,
}
