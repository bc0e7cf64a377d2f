using Injector.Contracts.Annotations;
using Injector.Contracts.Diagnostics;
using Injector.Injection.Reporting;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Annotations;

/// <summary>The annotations that count for one pod, whatever their prefix and wherever they were given.</summary>
internal sealed class AnnotationSet
{
    private readonly Dictionary<string, AnnotationEntry> _given = new(32);
    private readonly Dictionary<string, int> _ranks = [];

    /// <summary>What counts for everything that was not given.</summary>
    public required InstallationDefaults Defaults { get; set; }

    /// <summary>Everything the pod or its namespace gave.</summary>
    public IReadOnlyCollection<AnnotationEntry> Given => _given.Values;

    /// <summary>Adds an annotation of the pod.</summary>
    public void AddFromPod(string key, string text, Report report)
    {
        var rank = AnnotationPrefixes.Split(key, out var name);
        if (rank < 0)
        {
            return;
        }

        if (_given.TryGetValue(name, out var other))
        {
            var (winner, loser) = rank < _ranks[name] ? (key, other.Key) : (other.Key, key);
            report.Warn(Catalogue.Injection.PrefixClash.For(winner, winner, loser));
            if (winner != key)
            {
                return;
            }
        }

        _ranks[name] = rank;
        _given[name] = new AnnotationEntry(key, name, text, AnnotationOrigin.Pod);
    }

    /// <summary>Adds the annotations of the namespace, which count where the pod says nothing.</summary>
    public void AddFromNamespace(IReadOnlyDictionary<string, string> annotations)
    {
        foreach (var (key, text) in annotations.OrderBy(entry => AnnotationPrefixes.Split(entry.Key, out _)))
        {
            if (AnnotationPrefixes.Split(key, out var name) >= 0 && name != Status.Name && name != RequestNamespace.Name)
            {
                _given.TryAdd(name, new AnnotationEntry(key, name, text, AnnotationOrigin.Namespace));
            }
        }
    }

    /// <summary>The value that counts; false when nobody gave one.</summary>
    public bool TryGet(string name, out AnnotationEntry entry) => _given.TryGetValue(name, out entry) || Defaults.TryGet(name, out entry);

    /// <summary>Whether the pod itself carries the annotation.</summary>
    public bool IsOnPod(AnnotationDefinition definition) => _given.TryGetValue(definition.Name, out var entry) && entry.Origin == AnnotationOrigin.Pod;

    /// <summary>All entries of a family, with what stands behind the dash.</summary>
    public IEnumerable<(string Suffix, AnnotationEntry Entry)> Family(AnnotationDefinition family)
    {
        foreach (var entry in _given.Values.Concat(Defaults.Families.Where(entry => !_given.ContainsKey(entry.Name))))
        {
            var length = family.Name.Length;
            if (entry.Name.Length > length + 1 && entry.Name[length] == '-' && entry.Name.StartsWith(family.Name, StringComparison.Ordinal))
            {
                yield return (entry.Name[(length + 1)..], entry);
            }
        }
    }

    /// <summary>The full key as it was given, or as it is documented.</summary>
    public string KeyOf(AnnotationDefinition definition) => _given.TryGetValue(definition.Name, out var entry) ? entry.Key : definition.DocumentedKey;
}
