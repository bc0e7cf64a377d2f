using System.Text.Json.Nodes;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>JSON from plain collections.</summary>
internal static class JsonLists
{
    public static JsonArray ToJson(this IEnumerable<string> texts) => new([.. texts.Select(static text => JsonValue.Create(text))]);

    /// <summary>Null for an empty list, as Go prints a nil slice.</summary>
    public static JsonArray? ToJsonOrNull(this IReadOnlyCollection<string> texts) => texts.Count == 0 ? null : texts.ToJson();

    public static JsonObject ToJson(this IReadOnlyDictionary<string, string> texts)
    {
        var node = new JsonObject();
        foreach (var (key, text) in texts.OrderBy(static item => item.Key, StringComparer.Ordinal))
        {
            node[key] = text;
        }

        return node;
    }

    public static long ToSeconds(this TimeSpan duration) => (long)duration.TotalSeconds;
}
