namespace Injector.Sandbox.Pods.Volumes;

/// <summary>A file that the kubelet writes into a volume.</summary>
internal sealed record ProjectedFile(string Path, byte[] Content, UnixFileMode Mode);
