using System.Collections;

namespace Injector.Templates.Dependencies;

/// <summary>The parameters of a request, ordered by key; two sets are equal when all keys and values are.</summary>
public sealed class DependencyParameters : IReadOnlyList<KeyValuePair<string, string>>, IEquatable<DependencyParameters>
{
    private readonly KeyValuePair<string, string>[] _pairs;

    private DependencyParameters(KeyValuePair<string, string>[] pairs) => _pairs = pairs;

    /// <inheritdoc/>
    public int Count => _pairs.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, string> this[int index] => _pairs[index];

    /// <summary>Takes the pairs in any order; of two with the same key the later one counts.</summary>
    public static DependencyParameters Of(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
        {
            sorted[key] = value;
        }

        return new DependencyParameters([.. sorted]);
    }

    /// <inheritdoc/>
    public bool Equals(DependencyParameters? other) => other is not null && _pairs.AsSpan().SequenceEqual(other._pairs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DependencyParameters);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var pair in _pairs)
        {
            hash.Add(pair.Key, StringComparer.Ordinal);
            hash.Add(pair.Value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _pairs.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _pairs.GetEnumerator();
}
