using System.Text.Json.Nodes;

namespace Injector.Injection.Tests.Reference;

/// <summary>Lists whose items are known by one of their members.</summary>
internal static class KeyedLists
{
    /// <summary>The list as a map; a second item of the same key gets <c>#2</c>, and so on.</summary>
    public static JsonNode? Keyed(JsonNode? node, string key, bool withOrder)
    {
        if (node is not JsonArray list || !list.All(item => item is JsonObject))
        {
            return node?.DeepClone();
        }

        var map = new JsonObject();
        foreach (var item in list)
        {
            var name = item![key]?.ToString() ?? string.Empty;
            var unique = name;
            for (var number = 2; map.ContainsKey(unique); number++)
            {
                unique = $"{name}#{number}";
            }

            map[unique] = item.DeepClone();
        }

        if (withOrder)
        {
            map["#order"] = new JsonArray([.. list.Select(item => (JsonNode?)(item![key]?.ToString() ?? string.Empty))]);
        }

        return map;
    }

    public static JsonNode? Mounts(JsonNode? node, IReadOnlyDictionary<string, string> rename)
    {
        if (node is not JsonArray list)
        {
            return node?.DeepClone();
        }

        var mounts = list.Select(item => item!.DeepClone().AsObject()).ToList();
        foreach (var mount in mounts)
        {
            if (mount["name"]?.ToString() is { } name && rename.TryGetValue(name, out var renamed))
            {
                mount["name"] = renamed;
            }

            if (mount["readOnly"] is JsonValue flag && flag.TryGetValue(out bool isReadOnly) && !isReadOnly)
            {
                mount.Remove("readOnly");
            }
        }

        var sorted = mounts.OrderBy(mount => mount["mountPath"]?.ToString(), StringComparer.Ordinal).ThenBy(mount => mount["name"]?.ToString(), StringComparer.Ordinal);
        return Keyed(new JsonArray([.. sorted]), "mountPath", withOrder: false);
    }

    public static JsonNode? Environment(JsonNode? node)
    {
        var map = Keyed(node, "name", withOrder: false);
        if (map is JsonObject keyed && node is JsonArray list)
        {
            var order = list.Select(item => item!["name"]?.ToString() ?? string.Empty).Where(name => !name.StartsWith("AWS_", StringComparison.Ordinal));
            keyed["#order"] = new JsonArray([.. order.Select(name => (JsonNode?)name)]);
        }

        return map;
    }
}
