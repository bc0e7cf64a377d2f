using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>
/// Reads a request's fields with Vault's leniency: <c>"true"</c> is a boolean, <c>"5"</c> a number, <c>"a,b"</c> a list, and a field may stand in the query.
/// What cannot be read is remembered; look at <see cref="Refusal"/> before using the values.
/// </summary>
internal sealed class FieldReader(JsonObject body, IReadOnlyDictionary<string, string> query)
{
    private readonly List<string> _faults = [];

    /// <summary>The answer to a request with unreadable fields; null when all were fine.</summary>
    public VaultReply? Refusal => _faults.Count == 0 ? null : VaultReply.Error(HttpStatusCode.BadRequest, _faults);

    public bool Has(string name) => Node(name) is not null;

    public string Text(string name) => Text(name, string.Empty);

    public string Text(string name, string fallback)
    {
        switch (Node(name))
        {
            case null:
                return fallback;
            case JsonValue value:
                return value.ToString();
            default:
                Fault(name, "a text");
                return fallback;
        }
    }

    public IReadOnlyList<string> Texts(string name) => Node(name) switch
    {
        null => [],
        JsonArray list => [.. list.Select(static item => item?.ToString() ?? string.Empty)],
        var one => [.. one.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
    };

    /// <summary>A list whose items may hold commas: a text is one item. Null when absent.</summary>
    public IReadOnlyList<string>? StatementsOf(string name) => Node(name) switch
    {
        null => null,
        JsonArray list => [.. list.Select(static item => item?.ToString() ?? string.Empty)],
        var one => [one.ToString()],
    };

    public bool Flag(string name) => Flag(name, fallback: false);

    public bool Flag(string name, bool fallback)
    {
        switch (Node(name)?.ToString())
        {
            case null:
                return fallback;
            case "true" or "True" or "TRUE" or "t" or "T" or "1":
                return true;
            case "false" or "False" or "FALSE" or "f" or "F" or "0" or "":
                return false;
            default:
                Fault(name, "a boolean");
                return fallback;
        }
    }

    public long Number(string name) => Number(name, 0);

    public long Number(string name, long fallback)
    {
        if (Node(name)?.ToString() is not { Length: > 0 } text)
        {
            return fallback;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fault(name, "a number");
        return fallback;
    }

    public TimeSpan Duration(string name) => Duration(name, TimeSpan.Zero);

    public TimeSpan Duration(string name, TimeSpan fallback)
    {
        if (Node(name) is not { } node)
        {
            return fallback;
        }

        if (Durations.TryParse(node, out var duration))
        {
            return duration;
        }

        Fault(name, "a duration");
        return fallback;
    }

    public JsonObject? Object(string name)
    {
        switch (Node(name))
        {
            case null:
                return null;
            case JsonObject value:
                return value;
            default:
                Fault(name, "an object");
                return null;
        }
    }

    /// <summary>An object of texts; empty when absent.</summary>
    public IReadOnlyDictionary<string, string> Map(string name) =>
        Object(name)?.ToDictionary(static item => item.Key, static item => item.Value?.ToString() ?? string.Empty) ?? [];

    /// <summary>An object of texts written as JSON in a text; empty when absent.</summary>
    public IReadOnlyDictionary<string, string> MapInText(string name)
    {
        try
        {
            return Text(name) is { Length: > 0 } text && JsonNode.Parse(text) is JsonObject map
                ? map.ToDictionary(static item => item.Key, static item => item.Value?.ToString() ?? string.Empty)
                : [];
        }
        catch (JsonException)
        {
            Fault(name, "a JSON object");
            return new Dictionary<string, string>();
        }
    }

    private JsonNode? Node(string name) => body[name] ?? (query.TryGetValue(name, out var text) ? JsonValue.Create(text) : null);

    private void Fault(string name, string wanted) => _faults.Add($"Field validation failed: error converting input for field \"{name}\": {wanted} is wanted");
}
