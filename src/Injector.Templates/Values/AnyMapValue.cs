using System.Diagnostics.CodeAnalysis;

namespace Injector.Templates.Values;

/// <summary>A <c>map[interface {}]interface {}</c>: what <c>parseYAML</c> makes of nested maps. Entries are kept in Go's printing order.</summary>
public sealed class AnyMapValue : Value
{
    private readonly List<KeyValuePair<Value, Value>> _entries = [];

    /// <summary>Number of entries.</summary>
    public int Count => _entries.Count;

    /// <summary>The entries in order.</summary>
    public IReadOnlyList<KeyValuePair<Value, Value>> Entries => _entries;

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Map;

    /// <inheritdoc/>
    public override string TypeName => "map[interface {}]interface {}";

    /// <summary>Finds the value of <paramref name="key"/>: the type and the value must be the same.</summary>
    public bool TryGet(Value key, [NotNullWhen(true)] out Value? value)
    {
        var index = Find(key);
        value = index >= 0 ? _entries[index].Value : null;
        return index >= 0;
    }

    /// <summary>Adds or replaces an entry while the map is being made.</summary>
    public void Set(Value key, Value value)
    {
        var index = Find(key);
        var entry = KeyValuePair.Create(key, value);
        if (index >= 0)
        {
            _entries[index] = entry;
        }
        else
        {
            _entries.Insert(~index, entry);
        }
    }

    private int Find(Value key)
    {
        var low = 0;
        var high = _entries.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = MapKeyOrder.Compare(_entries[middle].Key, key);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }
}
