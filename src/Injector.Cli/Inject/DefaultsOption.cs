using Injector.Contracts.Annotations;
using Injector.Sandbox.Workloads;

namespace Injector.Cli.Inject;

/// <summary>Reads <c>--default NAME=VALUE</c>.</summary>
internal static class DefaultsOption
{
    /// <summary>The defaults by name without prefix; of two for one name the later counts, as with the webhook's flags.</summary>
    /// <param name="texts">What was given.</param>
    /// <returns>Name and value.</returns>
    /// <exception cref="ManifestException">One is no default: a preview without it would not be the truth.</exception>
    public static IReadOnlyDictionary<string, string> Read(IEnumerable<string> texts)
    {
        var defaults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new ManifestException($"'{text}' is no NAME=VALUE.");
            }

            // The prefix may stay on, as in the webhook's file of defaults.
            var name = text[(text.IndexOf('/', 0, equals) + 1)..equals];
            if (AnnotationCatalogue.Find(name, out _) is null)
            {
                throw new ManifestException($"'{name}' is no annotation. All names stand in docs/reference/annotations.md.");
            }

            defaults[name] = text[(equals + 1)..];
        }

        return defaults;
    }
}
