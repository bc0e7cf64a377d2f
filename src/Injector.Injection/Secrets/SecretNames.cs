using Injector.Contracts.Annotations;
using Injector.Injection.Annotations;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Secrets;

/// <summary>Finds the names of a pod's secrets.</summary>
internal static class SecretNames
{
    private static readonly string BareTemplateFile = TemplateFile.Name;

    /// <summary>
    /// A secret exists when its path, its template or its template file is given and not blank. Sorted, so that equal pods give equal patches.
    /// </summary>
    public static IReadOnlyList<string> Discover(AnnotationSet annotations)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in annotations.Given.Concat(annotations.Defaults.Families))
        {
            var name = NameOf(entry.Name);
            if (name.Length > 0 && !string.IsNullOrWhiteSpace(entry.Text))
            {
                names.Add(name);
            }
        }

        return [.. names];
    }

    // Without a suffix, the key of a template file is the template of a secret called "file".
    private static string NameOf(string key)
    {
        if (key == BareTemplateFile)
        {
            return "file";
        }

        foreach (var family in (ReadOnlySpan<AnnotationDefinition>)[Secret, TemplateFile, Template])
        {
            if (key.Length > family.Name.Length && key[family.Name.Length] == '-' && key.StartsWith(family.Name, StringComparison.Ordinal))
            {
                return key[(family.Name.Length + 1)..];
            }
        }

        return string.Empty;
    }
}
