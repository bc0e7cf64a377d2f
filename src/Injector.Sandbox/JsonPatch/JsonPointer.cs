using System.Globalization;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.JsonPatch;

/// <summary>A path into a document by RFC 6901.</summary>
internal sealed class JsonPointer
{
    private const string AfterLast = "-";
    private readonly string _text;
    private readonly IReadOnlyList<string> _tokens;

    private JsonPointer(string text, IReadOnlyList<string> tokens) => (_text, _tokens) = (text, tokens);

    public bool IsRoot => _tokens.Count == 0;

    public static JsonPointer Parse(string text)
    {
        if (text.Length > 0 && text[0] != '/')
        {
            throw new JsonPatchException($"'{text}' is not a JSON pointer: it must be empty or start with '/'.");
        }

        return new JsonPointer(text, text.Length == 0 ? [] : [.. text[1..].Split('/').Select(Unescape)]);
    }

    /// <summary>Whether the other pointer leads to something inside this one's value.</summary>
    public bool IsAbove(JsonPointer other) => other._tokens.Count > _tokens.Count && _tokens.SequenceEqual(other._tokens.Take(_tokens.Count));

    public JsonNode? Get(JsonNode? document)
    {
        var current = document;
        foreach (var token in _tokens)
        {
            current = Step(current, token);
        }

        return current;
    }

    public JsonNode? Add(JsonNode? document, JsonNode? value)
    {
        if (IsRoot)
        {
            return value;
        }

        switch (Parent(document))
        {
            case JsonObject map:
                map[_tokens[^1]] = value;
                break;
            case JsonArray list:
                list.Insert(_tokens[^1] == AfterLast ? list.Count : Index(_tokens[^1], list.Count), value);
                break;
            default:
                throw Missing();
        }

        return document;
    }

    public JsonNode? Replace(JsonNode? document, JsonNode? value)
    {
        if (IsRoot)
        {
            return value;
        }

        Get(document);
        switch (Parent(document))
        {
            case JsonObject map:
                map[_tokens[^1]] = value;
                break;
            case JsonArray list:
                list[Index(_tokens[^1], list.Count - 1)] = value;
                break;
            default:
                throw Missing();
        }

        return document;
    }

    public JsonNode? Remove(JsonNode? document)
    {
        if (IsRoot)
        {
            return null;
        }

        switch (Parent(document))
        {
            case JsonObject map when map.Remove(_tokens[^1]):
                break;
            case JsonArray list:
                list.RemoveAt(Index(_tokens[^1], list.Count - 1));
                break;
            default:
                throw Missing();
        }

        return document;
    }

    public override string ToString() => _text;

    private JsonNode? Parent(JsonNode? document)
    {
        var current = document;
        foreach (var token in _tokens.Take(_tokens.Count - 1))
        {
            current = Step(current, token);
        }

        return current;
    }

    private JsonNode? Step(JsonNode? current, string token) => current switch
    {
        JsonObject map when map.TryGetPropertyValue(token, out var value) => value,
        JsonArray list => list[Index(token, list.Count - 1)],
        _ => throw Missing(),
    };

    private int Index(string token, int last)
    {
        var plain = token.Length > 0 && token.All(char.IsAsciiDigit) && (token == "0" || token[0] != '0');
        return plain && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= last
            ? index
            : throw new JsonPatchException($"'{_text}': '{token}' is not an index of the list there.");
    }

    private JsonPatchException Missing() => new($"'{_text}' leads to nothing in the document.");

    private static string Unescape(string token)
    {
        for (var index = token.IndexOf('~', StringComparison.Ordinal); index >= 0; index = token.IndexOf('~', index + 1))
        {
            if (index + 1 == token.Length || token[index + 1] is not ('0' or '1'))
            {
                throw new JsonPatchException($"'{token}' holds a '~' that is neither '~0' nor '~1'.");
            }
        }

        return token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
    }
}
