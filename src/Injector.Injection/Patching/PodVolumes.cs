using Injector.Contracts.Pods;
using Injector.Injection.Agents;

namespace Injector.Injection.Patching;

/// <summary>The volumes that are added to the pod, in the reference's order.</summary>
internal static class PodVolumes
{
    public static IReadOnlyList<PodVolume> Of(AgentPlan plan)
    {
        var volumes = new List<PodVolume>();
        if (plan.Token.Projection is { } projection)
        {
            volumes.Add(PodVolume.Token(plan.Token.Volume, plan.Token.File, projection));
        }

        AddMemory(volumes, plan, plan.HasInit, VolumeNames.HomeInit);
        AddMemory(volumes, plan, plan.HasSidecar || plan.IsNative, VolumeNames.HomeSidecar);
        foreach (var volume in plan.Volumes)
        {
            AddMemory(volumes, plan, wanted: true, volume.Name);
        }

        if (plan.UsesConfigMap)
        {
            volumes.Add(PodVolume.ConfigMap(VolumeNames.Config, plan.ConfigMap));
        }

        if (plan.ExtraSecret.Length > 0)
        {
            volumes.Add(PodVolume.Secret(VolumeNames.ExtraSecrets, plan.ExtraSecret));
        }

        if (plan.Connection.TlsSecret.Length > 0)
        {
            volumes.Add(PodVolume.Secret(VolumeNames.TlsSecrets, plan.Connection.TlsSecret));
        }

        AddMemory(volumes, plan, plan.HasCacheVolume, VolumeNames.AgentCache);
        return volumes;
    }

    private static void AddMemory(List<PodVolume> volumes, AgentPlan plan, bool wanted, string name)
    {
        if (wanted)
        {
            volumes.Add(PodVolume.Memory(name, plan.VolumeSizeLimit));
        }
    }
}
