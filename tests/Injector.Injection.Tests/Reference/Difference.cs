using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Injector.Injection.Tests.Reference;

/// <summary>A place where two documents differ.</summary>
internal sealed record Difference(string Path, string Wanted, string Got)
{
    public static IEnumerable<Difference> Between(JsonNode? wanted, JsonNode? got, string path = "")
    {
        if (wanted is JsonObject left && got is JsonObject right)
        {
            return left.Select(member => member.Key).Union(right.Select(member => member.Key)).Order(StringComparer.Ordinal)
                .SelectMany(name => Member(left, right, name, $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"));
        }

        if (wanted is JsonArray first && got is JsonArray second && first.Count == second.Count)
        {
            return first.Select((item, index) => Between(item, second[index], $"{path}/{index}")).SelectMany(found => found);
        }

        return JsonNode.DeepEquals(wanted, got) ? [] : [new Difference(path, wanted?.ToJsonString() ?? "null", got?.ToJsonString() ?? "null")];
    }

    /// <summary>Whether the path lies at or below a pattern: <c>*</c> is one segment, <c>**</c> any number.</summary>
    public bool IsBelow(string pattern)
    {
        var segments = pattern.Trim('/').Split('/').Select(segment => segment == "**" ? "(?:[^/]+(?:/|$))*" : Glob(segment) + "(?:/|$)");
        return pattern is "/**" or "**" || Regex.IsMatch(Path.Trim('/'), "^" + string.Concat(segments));
    }

    public override string ToString() => $"{Path}\n    wanted {Short(Wanted)}\n    got    {Short(Got)}";

    private static string Glob(string segment) => Regex.Escape(segment).Replace("\\*", "[^/]*", StringComparison.Ordinal);

    private static string Short(string text) => text.Length > 400 ? text[..400] + "…" : text;

    private static IEnumerable<Difference> Member(JsonObject wanted, JsonObject got, string name, string path) =>
        (wanted.ContainsKey(name), got.ContainsKey(name)) switch
        {
            (true, true) => Between(wanted[name], got[name], path),
            (true, false) => [new Difference(path, wanted[name]?.ToJsonString() ?? "null", "(absent)")],
            _ => [new Difference(path, "(absent)", got[name]?.ToJsonString() ?? "null")],
        };
}
