using System.Text.Json.Nodes;

namespace Injector.Sandbox.Vault.KeyValue;

/// <summary>Structure of JSON objects: their keys without values, and RFC 7396 merging.</summary>
internal static class JsonShape
{
    /// <summary>The keys, with null for every leaf and everything below a depth.</summary>
    /// <param name="content">The object.</param>
    /// <param name="depth">How far down; 0: all the way.</param>
    public static JsonNode Subkeys(JsonObject content, long depth)
    {
        var keys = new JsonObject();
        foreach (var (key, value) in content)
        {
            keys[key] = value is JsonObject inner && depth != 1 && inner.Count > 0 ? Subkeys(inner, Math.Max(0, depth - 1)) : null;
        }

        return keys;
    }

    public static JsonObject Merge(JsonObject target, JsonObject change)
    {
        var merged = target.DeepClone().AsObject();
        foreach (var (key, value) in change)
        {
            if (value is null)
            {
                merged.Remove(key);
            }
            else
            {
                merged[key] = value is JsonObject inner ? Merge(merged[key] as JsonObject ?? [], inner) : value.DeepClone();
            }
        }

        return merged;
    }
}
