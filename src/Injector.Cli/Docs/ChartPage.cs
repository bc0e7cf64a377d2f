using System.Text.Json.Nodes;

namespace Injector.Cli.Docs;

/// <summary><c>chart.md</c>: every value of the Helm chart, from its schema.</summary>
internal static class ChartPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="schema">The text of <c>values.schema.json</c>.</param>
    /// <returns>Markdown.</returns>
    public static string Create(string schema)
    {
        var page = new MarkdownPage(
            "Values of the Helm chart",
            "The defaults stand in `manifests/chart/injector/values.yaml`. Keys that do not stand here are refused. Presets: `values-ha.yaml`, `values-restricted.yaml`, `values-openshift.yaml`, `values-compatible.yaml`.");
        page.Table(["value", "type", "meaning"], Rows(JsonNode.Parse(schema)?["properties"] as JsonObject ?? [], string.Empty));
        return page.ToString();
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(JsonObject properties, string prefix) => properties.SelectMany(member =>
        member.Value?["properties"] is JsonObject inner
            ? Rows(inner, $"{prefix}{member.Key}.")
            : [[MarkdownPage.Word(prefix + member.Key), Kind(member.Value), member.Value?["description"]?.GetValue<string>() ?? string.Empty]]);

    private static string Kind(JsonNode? schema)
    {
        if (schema?["enum"] is JsonArray words)
        {
            return string.Join(", ", words.Select(word => MarkdownPage.Word($"{word}")));
        }

        return schema?["type"] is JsonArray kinds ? string.Join(" or ", kinds.Select(kind => $"{kind}")) : $"{schema?["type"]}";
    }
}
