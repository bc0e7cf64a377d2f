namespace Injector.Sandbox.Pods;

/// <summary>The coarse state of a pod.</summary>
public enum PodPhase
{
    /// <summary>Not every container was started once.</summary>
    Pending,

    /// <summary>All init containers are done and at least one container runs or will run again.</summary>
    Running,

    /// <summary>All app containers ended well and stay ended.</summary>
    Succeeded,

    /// <summary>All app containers ended, at least one of them badly; or an init container failed for good.</summary>
    Failed,
}
