using Injector.Contracts.Pods;

namespace Injector.Injection.Secrets;

/// <summary>Chooses the memory volumes of a pod: the common one, and one for each further mount path.</summary>
internal static class SecretVolumes
{
    public static IReadOnlyList<SecretVolume> For(string commonPath, IReadOnlyList<SecretFile> secrets)
    {
        var volumes = new List<SecretVolume> { new(VolumeNames.Secrets, commonPath) };
        foreach (var secret in secrets)
        {
            if (!volumes.Exists(volume => volume.MountPath == secret.MountPath))
            {
                volumes.Add(new SecretVolume(FormattableString.Invariant($"{VolumeNames.CustomSecretsPrefix}{volumes.Count - 1}"), secret.MountPath));
            }
        }

        return volumes;
    }
}
