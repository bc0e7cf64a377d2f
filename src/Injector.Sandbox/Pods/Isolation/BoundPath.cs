namespace Injector.Sandbox.Pods.Isolation;

/// <summary>Something of this machine or of a volume that a container sees under a path.</summary>
/// <param name="Target">The path in the container.</param>
/// <param name="Source">What is seen there.</param>
/// <param name="IsReadOnly">Whether it must not be changed through this path.</param>
internal sealed record BoundPath(string Target, HostPath Source, bool IsReadOnly);
