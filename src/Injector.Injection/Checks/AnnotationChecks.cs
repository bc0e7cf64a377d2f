using Injector.Contracts.Annotations;
using Injector.Contracts.Diagnostics;
using Injector.Injection.Annotations;
using Injector.Injection.Reporting;
using Injector.Injection.Secrets;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Checks;

/// <summary>Finds annotations that mean nothing: unknown names, suffixes without a secret.</summary>
internal static class AnnotationChecks
{
    // Comparing a name with all others takes time that nobody shall be able to make us spend.
    private const int MostSuggestions = 10;

    public static void Run(AnnotationSet annotations, IReadOnlyList<SecretFile> secrets, Report report)
    {
        var suggestions = 0;
        foreach (var entry in annotations.Given)
        {
            var definition = Find(entry.Name, out var suffix);
            if (definition is null)
            {
                // The template of a secret called "file": the only name without a suffix.
                if (entry.Name != TemplateFile.Name)
                {
                    report.Warn(Catalogue.Injection.UnknownAnnotation.For(entry.Key, entry.Key, suggestions++ < MostSuggestions ? Suggestion.For(entry.Name) : string.Empty));
                }
            }
            else if (definition.Scope == AnnotationScope.Secret && !IsSource(definition) && !secrets.Any(secret => secret.Name == suffix))
            {
                report.Warn(Catalogue.Injection.OrphanSuffix.For(entry.Key, entry.Key, suffix));
            }
            else if (definition == TemplateFile && secrets.Any(secret => secret.Name == $"file-{suffix}"))
            {
                report.Warn(Catalogue.Injection.TemplateFileAmbiguous.For(entry.Key, entry.Key, suffix));
            }
        }
    }

    private static bool IsSource(AnnotationDefinition definition) => definition == Secret || definition == Template || definition == TemplateFile;
}
