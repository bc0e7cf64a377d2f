namespace Injector.Sandbox.Pods.Isolation;

/// <summary>A path of a pod's private files, by both of its names.</summary>
/// <param name="Inside">Its name where the pod's mounts are visible.</param>
/// <param name="Reachable">The name by which this process reaches it.</param>
internal sealed record HostPath(string Inside, string Reachable)
{
    public HostPath Child(string name) => new($"{Inside}/{name}", $"{Reachable}/{name}");
}
