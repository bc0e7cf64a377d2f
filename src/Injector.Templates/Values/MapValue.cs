using System.Diagnostics.CodeAnalysis;

namespace Injector.Templates.Values;

/// <summary>
/// A map with text keys: <c>map[string]interface {}</c> or <c>map[string]string</c>. Entries are kept in Go's order, by the bytes of the keys.
/// </summary>
public sealed class MapValue : Value
{
    private StringValue[] _keys;
    private Value[] _values;

    private MapValue(GoType type, int capacity, bool isNil)
    {
        Type = type;
        IsNilMap = isNil;
        _keys = capacity == 0 ? [] : new StringValue[capacity];
        _values = capacity == 0 ? [] : new Value[capacity];
    }

    /// <summary><see cref="GoType.Map"/> or <see cref="GoType.StringMap"/>.</summary>
    public GoType Type { get; }

    /// <summary>Whether this is Go's nil map, which JSON writes as null; otherwise it behaves like an empty map that refuses changes.</summary>
    public bool IsNilMap { get; }

    /// <summary>Number of entries.</summary>
    public int Count { get; private set; }

    /// <summary>The keys in order.</summary>
    public ReadOnlySpan<StringValue> Keys => _keys.AsSpan(0, Count);

    /// <summary>The values, in the order of <see cref="Keys"/>.</summary>
    public ReadOnlySpan<Value> Values => _values.AsSpan(0, Count);

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Map;

    /// <inheritdoc/>
    public override string TypeName => GoTypeNames.NameOf(Type);

    internal bool ElementsAreAny => Type == GoType.Map;

    /// <summary>An empty <c>map[string]interface {}</c>.</summary>
    public static MapValue Create(int capacity = 0) => new(GoType.Map, capacity, isNil: false);

    /// <summary>An empty <c>map[string]string</c>.</summary>
    public static MapValue CreateOfStrings(int capacity = 0) => new(GoType.StringMap, capacity, isNil: false);

    /// <summary>The nil map of the given type.</summary>
    public static MapValue NilOf(GoType type) => new(type, 0, isNil: true);

    /// <summary>Finds the value of <paramref name="key"/>.</summary>
    public bool TryGet(ReadOnlySpan<byte> key, [NotNullWhen(true)] out Value? value)
    {
        var index = Find(key);
        value = index >= 0 ? _values[index] : null;
        return index >= 0;
    }

    /// <summary>Adds or replaces an entry. Only for maps the running template owns, or while a map is being made.</summary>
    public void Set(StringValue key, Value value)
    {
        // Input is nearly always in order already: try the end first.
        var index = Count == 0 || _keys[Count - 1].Span.SequenceCompareTo(key.Span) < 0 ? ~Count : Find(key.Span);
        if (index >= 0)
        {
            _values[index] = value;
            return;
        }

        Insert(~index, key, value);
    }

    /// <summary>Adds or replaces an entry. Only for maps the running template owns, or while a map is being made.</summary>
    public void Set(string key, Value value) => Set(StringValue.From(key), value);

    /// <summary>Removes an entry if it is there. Only for maps the running template owns.</summary>
    public void Remove(ReadOnlySpan<byte> key)
    {
        var index = Find(key);
        if (index < 0)
        {
            return;
        }

        Count--;
        Array.Copy(_keys, index + 1, _keys, index, Count - index);
        Array.Copy(_values, index + 1, _values, index, Count - index);
    }

    /// <summary>A map of the same type with the same entries; the values are shared.</summary>
    public MapValue ShallowCopy()
    {
        var copy = new MapValue(Type, Count, isNil: false) { Count = Count };
        Keys.CopyTo(copy._keys);
        Values.CopyTo(copy._values);
        return copy;
    }

    private int Find(ReadOnlySpan<byte> key)
    {
        var low = 0;
        var high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = _keys[middle].Span.SequenceCompareTo(key);
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

    private void Insert(int index, StringValue key, Value value)
    {
        if (Count == _keys.Length)
        {
            var size = Math.Max(4, Count * 2);
            Array.Resize(ref _keys, size);
            Array.Resize(ref _values, size);
        }

        Array.Copy(_keys, index, _keys, index + 1, Count - index);
        Array.Copy(_values, index, _values, index + 1, Count - index);
        _keys[index] = key;
        _values[index] = value;
        Count++;
    }
}
