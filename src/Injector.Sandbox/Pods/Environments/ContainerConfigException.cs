namespace Injector.Sandbox.Pods.Environments;

/// <summary>A container cannot be created for what its variables or mounts refer to: the kubelet calls it <c>CreateContainerConfigError</c> and tries again.</summary>
/// <param name="message">What is not there.</param>
public sealed class ContainerConfigException(string message) : Exception(message);
