namespace Injector.Sandbox.Pods;

/// <summary>The list of the pod a container stands in, and how it behaves there.</summary>
public enum ContainerRole
{
    /// <summary>An init container that runs to its end.</summary>
    Init,

    /// <summary>A restartable init container.</summary>
    Sidecar,

    /// <summary>One of <c>spec.containers</c>.</summary>
    App,
}
