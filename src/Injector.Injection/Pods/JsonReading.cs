using System.Runtime.InteropServices;
using System.Text.Json;

namespace Injector.Injection.Pods;

/// <summary>Reads members of a JSON document as far as they have the expected type; anything else reads as absent.</summary>
internal static class JsonReading
{
    public static JsonElement Member(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    public static string Text(this JsonElement element, ReadOnlySpan<byte> name) => element.Member(name).Text() ?? string.Empty;

    /// <summary>The text, or null when the element is none.</summary>
    public static string? Text(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair or broken UTF-8: legal to send, impossible as text. Each such place reads as U+FFFD, as in Go.
            return BrokenText.Repair(JsonMarshal.GetRawUtf8Value(element));
        }
    }

    public static List<JsonElement> Items(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var items = new List<JsonElement>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            items.Add(item);
        }

        return items;
    }

    public static ReadOnlySpan<byte> RawUtf8(this JsonElement element) => JsonMarshal.GetRawUtf8Value(element);
}
