using Injector.Injection.Agents;

namespace Injector.Injection.Configuration;

/// <summary>Finds the secret volumes that a container of the pod mounts with <c>subPath</c>.</summary>
internal static class SubPathVolumes
{
    public static IReadOnlySet<string> Of(AgentPlan plan)
    {
        HashSet<string>? found = null;
        foreach (var (_, container) in plan.Targets.Containers.Concat(plan.Targets.InitContainers))
        {
            foreach (var mount in container.Mounts.Where(mount => mount.HasSubPath))
            {
                if (plan.Volumes.Any(volume => volume.Name == mount.Volume))
                {
                    (found ??= []).Add(mount.Volume);
                }
            }
        }

        return found ?? [];
    }
}
