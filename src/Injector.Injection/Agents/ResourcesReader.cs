using Injector.Contracts.Annotations;
using Injector.Contracts.Annotations.Values;
using Injector.Contracts.Texts;
using Injector.Injection.Annotations;
using Injector.Injection.Reporting;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Agents;

/// <summary>Reads limits and requests of one agent container.</summary>
internal static class ResourcesReader
{
    private static readonly (string Resource, AnnotationDefinition Shared, AnnotationDefinition Init)[] Limits =
    [
        ("cpu", LimitsCpu, InitLimitsCpu), ("memory", LimitsMemory, InitLimitsMemory), ("ephemeral-storage", LimitsEphemeral, InitLimitsEphemeral),
    ];

    private static readonly (string Resource, AnnotationDefinition Shared, AnnotationDefinition Init)[] Requests =
    [
        ("cpu", RequestsCpu, InitRequestsCpu), ("memory", RequestsMemory, InitRequestsMemory), ("ephemeral-storage", RequestsEphemeral, InitRequestsEphemeral),
    ];

    public static AgentResources Read(AnnotationReader reader, AgentRole role) => new(Read(reader, role, Limits), Read(reader, role, Requests));

    private static List<(string Name, string Quantity)> Read(
        AnnotationReader reader, AgentRole role, (string Resource, AnnotationDefinition Shared, AnnotationDefinition Init)[] keys)
    {
        var found = new List<(string, string)>(keys.Length);
        foreach (var (resource, shared, init) in keys)
        {
            if ((role != AgentRole.Init || !reader.Annotations.TryGet(init.Name, out var entry)) && !reader.Annotations.TryGet(shared.Name, out entry))
            {
                continue;
            }

            if (QuantityText.IsUnset(entry.Text))
            {
                continue;
            }

            if (!KubernetesQuantity.IsValid(entry.Text))
            {
                reader.Invalid(entry, QuantityText.Form, DenialStage.Patch);
            }

            found.Add((resource, entry.Text));
        }

        return found;
    }
}
