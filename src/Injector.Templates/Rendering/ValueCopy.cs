using Injector.Templates.Values;

namespace Injector.Templates.Rendering;

/// <summary>Copies the maps inside a value, so that a template may change them without changing the host's.</summary>
internal static class ValueCopy
{
    public static Value Of(Value value) => value switch
    {
        MapValue { IsNilMap: false } map => OfMap(map),
        ListValue { Count: > 0 } list => OfList(list),
        AnyMapValue map => OfAnyMap(map),
        SecretValue secret => secret.WithData(Of(secret.Data)),
        _ => value,
    };

    private static MapValue OfMap(MapValue map)
    {
        var copy = map.Type == GoType.Map ? MapValue.Create(map.Count) : MapValue.CreateOfStrings(map.Count);
        for (var i = 0; i < map.Count; i++)
        {
            copy.Set(map.Keys[i], Of(map.Values[i]));
        }

        return copy;
    }

    private static AnyMapValue OfAnyMap(AnyMapValue map)
    {
        var copy = new AnyMapValue();
        foreach (var (key, value) in map.Entries)
        {
            copy.Set(key, Of(value));
        }

        return copy;
    }

    private static ListValue OfList(ListValue list)
    {
        var items = new Value[list.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Of(list[i]);
        }

        return ListValue.OfType(list.Type, items);
    }
}
