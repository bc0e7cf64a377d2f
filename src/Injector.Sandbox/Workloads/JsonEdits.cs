using System.Text.Json.Nodes;

namespace Injector.Sandbox.Workloads;

/// <summary>Small edits of JSON objects in the words of the API machinery.</summary>
internal static class JsonEdits
{
    public static void Default(this JsonObject map, string name, JsonNode? value)
    {
        if (map[name] is null)
        {
            map[name] = value;
        }
    }

    public static JsonObject Map(this JsonObject map, string name)
    {
        if (map[name] is not JsonObject child)
        {
            map[name] = child = [];
        }

        return child;
    }

    public static JsonArray List(this JsonObject map, string name)
    {
        if (map[name] is not JsonArray child)
        {
            map[name] = child = [];
        }

        return child;
    }

    public static IEnumerable<JsonObject> Objects(this JsonObject map, string name) => (map[name] as JsonArray)?.OfType<JsonObject>() ?? [];

    public static string? Text(this JsonObject map, string name) =>
        map[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
