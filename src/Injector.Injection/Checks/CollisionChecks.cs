using Injector.Contracts.Diagnostics;
using Injector.Injection.Agents;
using Injector.Injection.Containers;
using Injector.Injection.Patching;
using Injector.Injection.Pods;
using Injector.Injection.Reporting;

namespace Injector.Injection.Checks;

/// <summary>Finds names and mount paths that the pod has taken already; the API server would refuse the pod with a text nobody understands.</summary>
internal static class CollisionChecks
{
    public static void Run(AgentPlan plan, PodView pod, IReadOnlyList<PodVolume> volumes, IReadOnlyList<AgentContainer> containers, Report report)
    {
        var volumeNames = pod.Volumes.Select(volume => volume.Text("name"u8)).ToHashSet();
        foreach (var volume in volumes.Where(volume => volumeNames.Contains(volume.Name)))
        {
            report.Deny(DenialStage.Beyond, Catalogue.Injection.NameTaken.For("pod", "volume", volume.Name));
        }

        var containerNames = pod.Containers.Concat(pod.InitContainers).Select(container => container.Name).ToHashSet();
        foreach (var container in containers.Where(container => !containerNames.Add(container.Name)))
        {
            report.Deny(DenialStage.Beyond, Catalogue.Injection.NameTaken.For("pod", "container", container.Name));
        }

        foreach (var (_, container) in plan.Targets.Containers.Concat(plan.Targets.InitContainers))
        {
            CheckAppMounts(plan, container, report);
        }

        foreach (var container in containers)
        {
            CheckAgentMounts(AgentMounts.Of(plan, pod, container.Role), container.Name, report);
        }
    }

    private static void CheckAppMounts(AgentPlan plan, ContainerView container, Report report)
    {
        foreach (var mount in container.Mounts)
        {
            if (plan.Volumes.FirstOrDefault(volume => volume.MountPath == mount.Path) is { } volume)
            {
                report.Deny(DenialStage.Beyond, Catalogue.Injection.MountPathTaken.For("pod", container.Name, mount.Volume, mount.Path, volume.Name));
            }
        }
    }

    private static void CheckAgentMounts(IReadOnlyList<AgentMount> mounts, string container, Report report)
    {
        for (var index = 1; index < mounts.Count; index++)
        {
            var earlier = mounts.Take(index).FirstOrDefault(mount => mount.Path == mounts[index].Path);
            if (earlier.Volume is not null)
            {
                report.Deny(
                    DenialStage.Beyond,
                    Catalogue.Injection.MountPathTaken.For("pod", container, mounts[index].Volume, earlier.Path, earlier.Volume));
            }
        }
    }
}
