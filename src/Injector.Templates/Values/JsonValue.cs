using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Injector.Templates.Values;

/// <summary>Makes values from parsed JSON: numbers stay text, null is nil.</summary>
public static class JsonValue
{
    /// <summary>The value of <paramref name="element"/>.</summary>
    public static Value From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Map(element),
        JsonValueKind.Array => List(element),
        JsonValueKind.String => Text(element),
        JsonValueKind.Number => new NumberTextValue(JsonMarshal.GetRawUtf8Value(element).ToArray()),
        JsonValueKind.True => BoolValue.True,
        JsonValueKind.False => BoolValue.False,
        _ => Value.Nil,
    };

    internal static StringValue Text(JsonElement element)
    {
        // The raw form has quotes around it; without an escape inside it is the text itself.
        var raw = JsonMarshal.GetRawUtf8Value(element);
        return raw.Contains((byte)'\\') ? StringValue.From(element.GetString() ?? "") : StringValue.Copy(raw[1..^1]);
    }

    private static MapValue Map(JsonElement element)
    {
        var map = MapValue.Create(element.GetPropertyCount());
        foreach (var property in element.EnumerateObject())
        {
            map.Set(new StringValue(Encoding.UTF8.GetBytes(property.Name)), From(property.Value));
        }

        return map;
    }

    private static ListValue List(JsonElement element)
    {
        var items = new Value[element.GetArrayLength()];
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            items[index++] = From(item);
        }

        return ListValue.Of(items);
    }
}
