using System.Runtime.CompilerServices;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Maps;

/// <summary>Copies a value with everything in it. What occurs twice in the value is one thing in the copy too, so the copy is never larger.</summary>
internal sealed class DeepCopy
{
    private readonly Dictionary<Value, Value> _copies = new(ReferenceEqualityComparer.Instance);

    private DeepCopy()
    {
    }

    public static Value Of(Value value) => new DeepCopy().Copy(value);

    private Value Copy(Value value)
    {
        if (value is not (MapValue { IsNilMap: false } or ListValue { Count: > 0 } or AnyMapValue) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return value;
        }

        if (!_copies.TryGetValue(value, out var copy))
        {
            copy = value switch
            {
                MapValue map => CopyMap(map),
                ListValue list => CopyList(list),
                _ => CopyMap((AnyMapValue)value),
            };
            _copies[value] = copy;
        }

        return copy;
    }

    private MapValue CopyMap(MapValue map)
    {
        var copy = map.ShallowCopy();
        for (var i = 0; i < map.Count; i++)
        {
            copy.Set(map.Keys[i], Copy(map.Values[i]));
        }

        return copy;
    }

    private AnyMapValue CopyMap(AnyMapValue map)
    {
        var copy = new AnyMapValue();
        foreach (var (key, value) in map.Entries)
        {
            copy.Set(key, Copy(value));
        }

        return copy;
    }

    private ListValue CopyList(ListValue list)
    {
        var items = new Value[list.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Copy(list[i]);
        }

        return ListValue.OfType(list.Type, items);
    }
}
