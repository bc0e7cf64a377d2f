namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>A program to be run in a container of a pod.</summary>
/// <param name="Namespace">The pod's namespace.</param>
/// <param name="Pod">Its name.</param>
/// <param name="Container">The container; null: the pod's first one.</param>
/// <param name="Command">Program and arguments.</param>
internal sealed record PodCommand(string Namespace, string Pod, string? Container, IReadOnlyList<string> Command);
