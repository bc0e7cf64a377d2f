using System.Text.Json.Nodes;
using Injector.Sandbox.Workloads;

namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>Chooses objects by their labels, written as in a query or as in an object.</summary>
internal sealed class LabelSelector
{
    private readonly IReadOnlyList<(string Key, string Operator, IReadOnlyList<string> Values)> _terms;

    private LabelSelector(IReadOnlyList<(string Key, string Operator, IReadOnlyList<string> Values)> terms) => _terms = terms;

    /// <summary>Reads <c>a=b,c!=d</c>.</summary>
    public static LabelSelector OfQuery(string text) => new([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Term)]);

    /// <summary>Reads <c>matchLabels</c> and <c>matchExpressions</c>; nothing of both chooses everything.</summary>
    public static LabelSelector OfObject(JsonObject? selector) => new(
    [
        .. (selector?["matchLabels"] as JsonObject ?? []).Select(static pair => (pair.Key, "In", (IReadOnlyList<string>)[$"{pair.Value}"])),
        .. (selector?.Objects("matchExpressions") ?? []).Select(static one => (
            one.Text("key") ?? string.Empty,
            one.Text("operator") ?? string.Empty,
            (IReadOnlyList<string>)[.. (one["values"] as JsonArray ?? []).Select(static value => $"{value}")])),
    ]);

    /// <summary>Whether an object is chosen.</summary>
    public bool Chooses(JsonObject body)
    {
        var labels = body["metadata"]?["labels"] as JsonObject ?? [];
        return _terms.All(term => Holds(term, labels.TryGetPropertyValue(term.Key, out var value) ? $"{value}" : null));
    }

    private static bool Holds((string Key, string Operator, IReadOnlyList<string> Values) term, string? label) => term.Operator switch
    {
        "In" => label is not null && term.Values.Contains(label),
        "NotIn" => label is null || !term.Values.Contains(label),
        "Exists" => label is not null,
        "DoesNotExist" => label is null,
        var unknown => throw new ApiFailure(400, "BadRequest", $"'{unknown}' is not a valid label selector operator"),
    };

    private static (string Key, string Operator, IReadOnlyList<string> Values) Term(string text)
    {
        if (text.Contains('(', StringComparison.Ordinal))
        {
            throw new ApiFailure(400, "BadRequest", "this server takes label selectors of equality only");
        }

        var negative = text.IndexOf("!=", StringComparison.Ordinal);
        var equal = text.IndexOf('=', StringComparison.Ordinal);
        return (negative, equal) switch
        {
            ( >= 0, _) => (text[..negative].Trim(), "NotIn", [text[(negative + 2)..].Trim()]),
            (_, >= 0) => (text[..equal].Trim(), "In", [text[equal..].TrimStart('=').Trim()]),
            _ => text.StartsWith('!') ? (text[1..], "DoesNotExist", []) : (text, "Exists", []),
        };
    }
}
