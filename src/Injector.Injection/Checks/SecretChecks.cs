using Injector.Contracts.Diagnostics;
using Injector.Injection.Agents;
using Injector.Injection.Annotations;
using Injector.Injection.Reporting;
using Injector.Injection.Secrets;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Checks;

/// <summary>Finds secrets that will not be seen as they were meant.</summary>
internal static class SecretChecks
{
    public static void Run(AgentPlan plan, AnnotationReader reader)
    {
        for (var index = 0; index < plan.Secrets.Count && !plan.UsesConfigMap; index++)
        {
            var secret = plan.Secrets[index];
            CheckDestination(plan, index, reader.Report);
            if (secret.IsDefaultTemplate && IsVersioned(secret.VaultPath))
            {
                reader.Report.Warn(Catalogue.Injection.KvMapTemplate.For(Secret.For(secret.Name), secret.Name));
            }
        }

        foreach (var volume in plan.Volumes.Where(volume => !IsMountPath(volume.MountPath)))
        {
            var key = KeyOf(plan, volume, reader);
            reader.Report.DenyUnlessCompatible(Catalogue.Injection.MountPathInvalid.For(key, key, ShortValue.Of(volume.MountPath)));
        }

        foreach (var (_, container) in plan.Targets.Containers.Concat(plan.Targets.InitContainers))
        {
            foreach (var mount in container.Mounts.Where(mount => mount.HasSubPath && plan.Volumes.Any(volume => volume.Name == mount.Volume)))
            {
                reader.Report.Warn(Catalogue.Injection.SubPathMount.For("pod", container.Name, mount.Volume));
            }
        }
    }

    private static void CheckDestination(AgentPlan plan, int index, Report report)
    {
        var secret = plan.Secrets[index];
        if (plan.Secrets.Take(index).FirstOrDefault(other => other.Destination == secret.Destination) is { } other)
        {
            report.Warn(Catalogue.Injection.SameFile.For(Secret.For(secret.Name), other.Name, secret.Name, secret.Destination));
        }

        if (plan.InjectToken && secret.Destination == $"{plan.Volumes[0].MountPath}/token")
        {
            report.Warn(Catalogue.Injection.TokenFileTaken.For(Secret.For(secret.Name), secret.Name, secret.Destination));
        }
    }

    // mount/data/path is how the API spells KV version 2.
    private static bool IsVersioned(string path)
    {
        var parts = path.Trim('/', ' ').Split('/', 3);
        return parts.Length == 3 && parts[1] == "data";
    }

    private static bool IsMountPath(string path) => path.StartsWith('/') && !path.Contains(':', StringComparison.Ordinal);

    private static string KeyOf(AgentPlan plan, SecretVolume volume, AnnotationReader reader) =>
        plan.Secrets.FirstOrDefault(secret => secret.MountPath == volume.MountPath) is { } secret
        && reader.Annotations.TryGet(VolumePathOf.For(secret.Name), out var entry)
            ? entry.Key
            : reader.Annotations.KeyOf(VolumePath);
}
