namespace Injector.Injection.Secrets;

/// <summary>A memory volume with rendered files.</summary>
/// <param name="Name">Its name in the pod.</param>
/// <param name="MountPath">Where agent and app containers see it.</param>
internal sealed record SecretVolume(string Name, string MountPath);
