namespace Injector.Sandbox.Pods;

/// <summary>How the containers of a pod are kept apart from this machine.</summary>
public enum PodIsolation
{
    /// <summary>Namespaces where the rights for them are there, path mapping otherwise.</summary>
    Detected,

    /// <summary>Private mounts, a root of its own and process namespaces for each container. Needs root.</summary>
    Namespaces,

    /// <summary>Plain processes; paths of volumes are replaced by folders on this machine in arguments and variables.</summary>
    PathMapping,
}
