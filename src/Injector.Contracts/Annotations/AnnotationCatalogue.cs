using System.Collections.Frozen;

namespace Injector.Contracts.Annotations;

/// <summary>Every annotation, in one list. Parser, suggestions, defaults and the reference page are made from it.</summary>
public static partial class AnnotationCatalogue
{
    /// <summary>All annotations, grouped by what they are about.</summary>
    public static IReadOnlyList<AnnotationDefinition> All => Index.All;

    /// <summary>All annotations by subject.</summary>
    public static IReadOnlyList<AnnotationGroup> Groups => Index.Groups;

    /// <summary>Finds what a name means.</summary>
    /// <param name="name">The key without prefix.</param>
    /// <param name="suffix">The secret or parameter it is about; empty for the whole pod.</param>
    /// <returns>The annotation, or null when the name is not known.</returns>
    public static AnnotationDefinition? Find(string name, out string suffix)
    {
        suffix = string.Empty;
        if (Index.PodKeys.TryGetValue(name, out var exact))
        {
            return exact;
        }

        foreach (var family in Index.Families)
        {
            if (name.Length > family.Name.Length + 1 && name[family.Name.Length] == '-' && name.StartsWith(family.Name, StringComparison.Ordinal))
            {
                suffix = name[(family.Name.Length + 1)..];
                return family;
            }
        }

        return null;
    }

    // A class of its own: it is made after the definitions of all parts of the catalogue.
    private static class Index
    {
        public static readonly AnnotationGroup[] Groups =
        [
            new("Switching injection on", SwitchKeys),
            new("Secrets and files", SecretKeys),
            new("Agent containers", ContainerKeys),
            new("Connection to Vault", ConnectionKeys),
            new("Login", AuthenticationKeys),
            new("Cache, templates and telemetry", EngineKeys),
            new("Sidecar and start", SidecarKeys),
            new("Hardening", HardeningKeys),
        ];

        public static readonly AnnotationDefinition[] All = [.. Groups.SelectMany(group => group.Annotations)];

        public static readonly FrozenDictionary<string, AnnotationDefinition> PodKeys =
            All.Where(entry => entry.Scope == AnnotationScope.Pod).ToFrozenDictionary(entry => entry.Name);

        // A longer name first: agent-inject-template-file-X is never the template of a secret called file-X.
        public static readonly AnnotationDefinition[] Families =
            [.. All.Where(entry => entry.Scope != AnnotationScope.Pod).OrderByDescending(entry => entry.Name.Length)];
    }
}
