using System.Collections.Frozen;

namespace Injector.Contracts.Annotations;

/// <summary>Every annotation, in one list. Parser, suggestions, defaults and the reference page are made from it.</summary>
public static partial class AnnotationCatalogue
{
    private static readonly FrozenDictionary<string, AnnotationDefinition> PodKeys;
    private static readonly AnnotationDefinition[] Families;

    static AnnotationCatalogue()
    {
        All =
        [
            .. SwitchKeys, .. SecretKeys, .. ContainerKeys, .. ConnectionKeys, .. AuthenticationKeys, .. EngineKeys, .. SidecarKeys, .. HardeningKeys,
        ];
        PodKeys = All.Where(entry => entry.Scope == AnnotationScope.Pod).ToFrozenDictionary(entry => entry.Name);

        // A longer name first: agent-inject-template-file-X is never the template of a secret called file-X.
        Families = [.. All.Where(entry => entry.Scope != AnnotationScope.Pod).OrderByDescending(entry => entry.Name.Length)];
    }

    /// <summary>All annotations, grouped by what they are about.</summary>
    public static IReadOnlyList<AnnotationDefinition> All { get; }

    /// <summary>Finds what a name means.</summary>
    /// <param name="name">The key without prefix.</param>
    /// <param name="suffix">The secret or parameter it is about; empty for the whole pod.</param>
    /// <returns>The annotation, or null when the name is not known.</returns>
    public static AnnotationDefinition? Find(string name, out string suffix)
    {
        suffix = string.Empty;
        if (PodKeys.TryGetValue(name, out var exact))
        {
            return exact;
        }

        foreach (var family in Families)
        {
            if (name.Length > family.Name.Length + 1 && name[family.Name.Length] == '-' && name.StartsWith(family.Name, StringComparison.Ordinal))
            {
                suffix = name[(family.Name.Length + 1)..];
                return family;
            }
        }

        return null;
    }
}
