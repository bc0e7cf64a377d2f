using Injector.Contracts.Diagnostics;
using Injector.Injection.Annotations;
using Injector.Injection.Pods;
using Injector.Injection.Reporting;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Agents;

/// <summary>Decides what becomes of the pod's process namespace.</summary>
internal static class ProcessNamespaceReader
{
    /// <summary>The value to set; null: the pod's own field stays.</summary>
    public static bool? Read(PodView pod, AnnotationReader reader)
    {
        if (!reader.Annotations.TryGet(ShareProcessNamespace.Name, out var entry))
        {
            return null;
        }

        var wanted = reader.Boolean(ShareProcessNamespace);
        switch (wanted, pod.ShareProcessNamespace)
        {
            case (true, false):
                reader.Report.Deny(
                    DenialStage.Settings,
                    Catalogue.Injection.ProcessNamespaceRefused.For(entry.Key, entry.Key),
                    "shareProcessNamespace explicitly disabled on the pod, refusing to enable it");
                return null;
            case (false, true):
                reader.Report.Warn(Catalogue.Injection.ProcessNamespaceKept.For(entry.Key, entry.Key));
                return null;
            default:
                return wanted == pod.ShareProcessNamespace ? null : wanted;
        }
    }
}
