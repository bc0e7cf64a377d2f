using Injector.Contracts.Annotations;
using Injector.Contracts.Diagnostics;
using Injector.Injection.Annotations;
using Injector.Injection.Reporting;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.ContainerPatches;

/// <summary>The JSON patches of both agent containers.</summary>
/// <param name="Sidecar">For the sidecar, and for a native one.</param>
/// <param name="Init">For the init container.</param>
internal sealed record AgentPatches(ContainerPatch? Sidecar, ContainerPatch? Init)
{
    /// <summary>Reads both; the reference looks at the sidecar's first.</summary>
    public static AgentPatches Read(AnnotationReader reader) => new(Read(reader, JsonPatch), Read(reader, InitJsonPatch));

    private static ContainerPatch? Read(AnnotationReader reader, AnnotationDefinition definition)
    {
        if (!reader.Annotations.TryGet(definition.Name, out var entry))
        {
            return null;
        }

        var patch = ContainerPatch.Parse(entry.Text, out var fault);
        if (patch is null)
        {
            reader.Report.Deny(
                DenialStage.Defaults,
                Catalogue.Injection.JsonPatchSyntax.For(entry.Key, entry.Key, fault),
                $"error parsing JSON patch for annotation {entry.Key}: ");
        }

        return patch is null or { IsEmpty: true } ? null : patch;
    }
}
