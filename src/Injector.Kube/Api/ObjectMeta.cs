using System.Text.Json;

namespace Injector.Kube.Api;

/// <summary>Reads members of objects without trusting their shape.</summary>
public static class ObjectMeta
{
    /// <summary>The object's resource version; empty when there is none.</summary>
    public static string ResourceVersion(JsonElement value) => Text(Member(value, "metadata"), "resourceVersion");

    /// <summary>The object's annotation; empty when it has none of this name.</summary>
    public static string Annotation(JsonElement value, string key) => Text(Member(Member(value, "metadata"), "annotations"), key);

    /// <summary>A member; of kind <see cref="JsonValueKind.Undefined"/> when it is absent.</summary>
    public static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A text; empty when it is absent or of another type.</summary>
    public static string Text(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() ?? string.Empty : string.Empty;

    /// <summary>The items of a list; none when it is absent or of another type.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
