using Injector.Contracts.Annotations;

namespace Injector.Injection.Checks;

/// <summary>Finds the annotation somebody probably meant.</summary>
internal static class Suggestion
{
    /// <summary>A sentence with the most similar name, or one that says where the names stand.</summary>
    public static string For(string name)
    {
        var family = name.EndsWith('-') ? name[..^1] : name;
        if (AnnotationCatalogue.All.Any(entry => entry.Scope != AnnotationScope.Pod && entry.Name == family))
        {
            return $"It needs a name behind it: '{family}-NAME'.";
        }

        var (distance, best) = AnnotationCatalogue.All.Select(entry => Compare(name, entry)).MinBy(candidate => candidate.Distance);
        return distance <= Math.Max(2, name.Length / 6) ? $"Did you mean '{best}'?" : "All names stand in docs/reference/annotations.md.";
    }

    // A family is compared with what stands before one of the dashes; what stands behind it stays.
    private static (int Distance, string Name) Compare(string name, AnnotationDefinition entry)
    {
        if (entry.Scope == AnnotationScope.Pod)
        {
            return (EditDistance.Between(name, entry.Name), entry.Name);
        }

        var best = (Distance: int.MaxValue, Name: entry.Name);
        for (var dash = name.IndexOf('-', StringComparison.Ordinal); dash > 0; dash = name.IndexOf('-', dash + 1))
        {
            if (Math.Abs(dash - entry.Name.Length) <= 2 && EditDistance.Between(name[..dash], entry.Name) is var distance && distance < best.Distance)
            {
                best = (distance, entry.Name + name[dash..]);
            }
        }

        return best;
    }
}
