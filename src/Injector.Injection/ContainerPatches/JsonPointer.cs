using System.Globalization;

namespace Injector.Injection.ContainerPatches;

/// <summary>Finds places in a JSON tree.</summary>
internal static class JsonPointer
{
    /// <summary>The object or list that holds the last part of a path; null when there is none.</summary>
    public static JsonTree? Parent(JsonTree document, string path, out string last)
    {
        var parts = path.Split('/');
        last = Decode(parts[^1]);
        JsonTree? place = parts[0].Length == 0 ? document : null;
        foreach (var part in parts.Skip(1).Take(parts.Length - 2))
        {
            place = place is null ? null : Child(place, Decode(part));
        }

        return place is JsonMap or JsonList ? place : null;
    }

    /// <summary>The value at a path.</summary>
    public static bool TryGet(JsonTree document, string path, out JsonTree value)
    {
        var found = Parent(document, path, out var last) is { } parent ? Child(parent, last) : null;
        value = found ?? JsonLeaf.Null;
        return found is not null;
    }

    /// <summary>An index of an existing item; negative ones count from the end.</summary>
    public static bool TryIndex(string text, int count, out int index)
    {
        var understood = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index);
        index += index < 0 ? count : 0;
        return understood && index >= 0 && index < count;
    }

    /// <summary>An index for a new item; negative ones count from the end as it will be.</summary>
    public static bool TryIndexForAdd(string text, int count, out int index)
    {
        if (text == "-")
        {
            index = count;
            return true;
        }

        return TryIndex(text, count + 1, out index);
    }

    private static JsonTree? Child(JsonTree parent, string name) => parent switch
    {
        JsonMap map when map.TryGet(name, out var value) => value,
        JsonList list when TryIndex(name, list.Items.Count, out var index) => list.Items[index],
        _ => null,
    };

    private static string Decode(string part) =>
        part.Contains('~', StringComparison.Ordinal)
            ? part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            : part;
}
