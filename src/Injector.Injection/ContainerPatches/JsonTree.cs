using System.Text.Json;
using Injector.Injection.Pods;

namespace Injector.Injection.ContainerPatches;

/// <summary>A JSON value that can be changed. Numbers and texts stay as they were written.</summary>
internal abstract class JsonTree
{
    public static JsonTree From(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var map = new JsonMap();
                foreach (var property in element.EnumerateObject())
                {
                    map.Set(property.Name, From(property.Value));
                }

                return map;
            case JsonValueKind.Array:
                return new JsonList([.. element.EnumerateArray().Select(From)]);
            case JsonValueKind.Undefined:
                return JsonLeaf.Null;
            default:
                return new JsonLeaf(element.Clone());
        }
    }

    /// <summary>Number of values in it, itself included.</summary>
    public abstract int Size { get; }

    public abstract JsonTree Copy();

    public abstract void Write(Utf8JsonWriter json);

    public static bool Equal(JsonTree left, JsonTree right) => (left, right) switch
    {
        (JsonMap a, JsonMap b) => a.Members.Count == b.Members.Count
            && a.Members.All(member => b.TryGet(member.Key, out var other) && Equal(member.Value, other)),
        (JsonList a, JsonList b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => Equal(pair.First, pair.Second)),
        (JsonLeaf a, JsonLeaf b) => JsonElement.DeepEquals(a.Element, b.Element),
        _ => false,
    };
}
