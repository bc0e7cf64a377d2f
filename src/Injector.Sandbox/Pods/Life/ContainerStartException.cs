namespace Injector.Sandbox.Pods.Life;

/// <summary>A container's program cannot be executed: the container runtime ends it with 128 and <c>StartError</c>.</summary>
/// <param name="message">What cannot be executed.</param>
public sealed class ContainerStartException(string message) : Exception(message);
