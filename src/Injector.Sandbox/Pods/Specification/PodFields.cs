using System.Text.Json;

namespace Injector.Sandbox.Pods.Specification;

/// <summary>Reads members of a pod's JSON; what is absent or null reads as nothing.</summary>
internal static class PodFields
{
    public static JsonElement? Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) && child.ValueKind != JsonValueKind.Null ? child : null;

    public static string? Text(this JsonElement element, string name) => element.Child(name) switch
    {
        { ValueKind: JsonValueKind.String } child => child.GetString(),
        { ValueKind: JsonValueKind.Number } child => child.GetRawText(),
        _ => null,
    };

    public static string RequiredText(this JsonElement element, string name) => element.Text(name)
        ?? throw new PodSpecificationException($"The pod lacks '{name}' in: {Excerpt(element)}");

    public static long? Number(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Number } child && child.TryGetInt64(out var number) ? number : null;

    public static bool? Flag(this JsonElement element, string name) => element.Child(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static IReadOnlyList<string> Texts(this JsonElement element, string name) =>
        [.. element.Items(name).Select(item => item.GetString() ?? string.Empty)];

    public static IReadOnlyDictionary<string, string> TextMap(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Object } map
            ? map.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString() ?? string.Empty)
            : new Dictionary<string, string>();

    public static TimeSpan? Seconds(this JsonElement element, string name) =>
        element.Number(name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    // Long enough to recognise the place, too short for most secrets that a literal variable might hold.
    private static string Excerpt(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? "{" + string.Join(", ", element.EnumerateObject().Select(member => member.Name)) + "}"
        : element.ValueKind.ToString();
}
