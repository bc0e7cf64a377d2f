namespace Injector.Sandbox.Pods.Specification;

/// <summary>When a container that ended is started again.</summary>
internal enum RestartPolicy
{
    Always,
    OnFailure,
    Never,
}
