using Injector.Contracts.Annotations;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;
using Injector.Injection.Annotations;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Agents;

/// <summary>Decides which agent containers a pod gets.</summary>
internal static class LayoutReader
{
    public static AgentLayout Read(AnnotationReader reader, AgentEngine engine, ClusterFacts cluster)
    {
        var prePopulate = reader.Boolean(PrePopulate);
        var only = reader.Boolean(PrePopulateOnly);
        var native = IsNative(reader, engine, cluster);
        switch (prePopulate, only)
        {
            case (true, true):
                return AgentLayout.InitOnly;
            case (true, false):
                return native ? AgentLayout.Native : AgentLayout.Pair;
            case (false, false):
                return native ? AgentLayout.NativeUngated : AgentLayout.SidecarOnly;
            default:
                reader.Report.Warn(Catalogue.Injection.NoAgent.For(reader.Annotations.KeyOf(PrePopulateOnly)));
                return AgentLayout.None;
        }
    }

    private static bool IsNative(AnnotationReader reader, AgentEngine engine, ClusterFacts cluster)
    {
        var mode = reader.Choice(Mode);
        reader.Annotations.TryGet(Mode.Name, out var chosen);
        if (reader.OwnBoolean(NativeSidecar) is { } spelled && reader.Annotations.TryGet(NativeSidecar.Name, out var proposal) && proposal.Origin < chosen.Origin)
        {
            mode = spelled ? "native" : "classic";
        }

        // A ConfigMap holds one file for each container of the classic pair, and HashiCorp's agent cannot say when its files are there.
        if (mode == "auto")
        {
            return cluster.SupportsNativeSidecars && engine == AgentEngine.Injector && reader.Text(ConfigMap).Length == 0;
        }

        if (mode == "native" && engine == AgentEngine.Vault)
        {
            reader.Report.Warn(Catalogue.Injection.NativeUnavailable.For(reader.Annotations.KeyOf(Mode), "HashiCorp's agent cannot say when its files are there"));
            return false;
        }

        return mode == "native";
    }
}
