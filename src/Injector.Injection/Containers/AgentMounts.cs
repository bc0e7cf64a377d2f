using Injector.Contracts.Pods;
using Injector.Injection.Agents;
using Injector.Injection.Pods;

namespace Injector.Injection.Containers;

/// <summary>The mounts of an agent container, in the reference's order.</summary>
internal static class AgentMounts
{
    private const string WebIdentity = "eks.amazonaws.com";
    private const string ServiceAccount = "serviceaccount";

    public static IReadOnlyList<AgentMount> Of(AgentPlan plan, PodView pod, AgentRole role)
    {
        var token = new AgentMount(plan.Token.Volume, plan.Token.MountPath, IsReadOnly: true);
        var home = new AgentMount(role == AgentRole.Init ? VolumeNames.HomeInit : VolumeNames.HomeSidecar, PodPaths.Home);
        List<AgentMount> mounts = role == AgentRole.Init ? [home, token] : [token, home];
        AddWebIdentity(mounts, plan, pod);
        mounts.AddRange(plan.Volumes.Select(volume => new AgentMount(volume.Name, volume.MountPath)));
        AddIf(mounts, plan.ExtraSecret.Length > 0, VolumeNames.ExtraSecrets, PodPaths.Custom);
        AddCopies(mounts, plan, pod);
        AddIf(mounts, plan.UsesConfigMap, VolumeNames.Config, PodPaths.Configs);
        AddIf(mounts, plan.Connection.TlsSecret.Length > 0, VolumeNames.TlsSecrets, PodPaths.Tls);
        if (plan.HasCacheVolume)
        {
            mounts.Add(new AgentMount(VolumeNames.AgentCache, PodPaths.AgentCache));
        }

        return mounts;
    }

    // The AWS login needs the web identity token too, unless that is the token the agent has already.
    private static void AddWebIdentity(List<AgentMount> mounts, AgentPlan plan, PodView pod)
    {
        if (plan.Login.Type != "aws")
        {
            return;
        }

        foreach (var mount in pod.Containers.SelectMany(container => container.Mounts))
        {
            if (mount.Path.Contains(WebIdentity, StringComparison.Ordinal))
            {
                if (mount.Path != plan.Token.MountPath)
                {
                    mounts.Add(new AgentMount(mount.Volume, mount.Path, IsReadOnly: true));
                }

                return;
            }
        }
    }

    private static void AddCopies(List<AgentMount> mounts, AgentPlan plan, PodView pod)
    {
        if (plan.CopyMountsFrom.Length == 0)
        {
            return;
        }

        var source = pod.Containers.Concat(pod.InitContainers).FirstOrDefault(container => container.Name == plan.CopyMountsFrom);
        foreach (var mount in source?.Mounts ?? [])
        {
            if (!mount.Path.Contains(ServiceAccount, StringComparison.OrdinalIgnoreCase))
            {
                mounts.Add(new AgentMount(mount.Volume, mount.Path, Copied: mount));
            }
        }
    }

    private static void AddIf(List<AgentMount> mounts, bool wanted, string volume, string path)
    {
        if (wanted)
        {
            mounts.Add(new AgentMount(volume, path, IsReadOnly: true));
        }
    }
}
