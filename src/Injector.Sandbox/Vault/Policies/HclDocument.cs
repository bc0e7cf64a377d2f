using System.Text.Json.Nodes;

namespace Injector.Sandbox.Vault.Policies;

/// <summary>
/// Reads the part of HCL that policies use into JSON: <c>path "x" { … }</c> becomes <c>{"path":{"x":{…}}}</c>. Repeated blocks of one path become a list.
/// </summary>
internal sealed class HclDocument
{
    private const int MaxDepth = 16;

    private readonly IReadOnlyList<HclToken> _tokens;
    private int _at;
    private string? _fault;

    private HclDocument(string text)
    {
        var lexer = new HclLexer(text);
        _tokens = lexer.Read();
        _fault = lexer.Fault;
    }

    private HclToken Current => _tokens[_at];

    /// <summary>Reads a text.</summary>
    /// <returns>The document, or the first fault.</returns>
    public static (JsonObject? Document, string? Fault) Parse(string text)
    {
        var reader = new HclDocument(text);
        if (reader._fault is not null)
        {
            return (null, reader._fault);
        }

        var document = reader.ReadBody(HclTokenKind.End, string.Empty, 0);
        return reader._fault is null ? (document, null) : (null, reader._fault);
    }

    private JsonObject ReadBody(HclTokenKind endKind, string end, int depth)
    {
        var body = new JsonObject();
        while (_fault is null && !(Current.Kind == endKind && Current.Text == end))
        {
            if (Current.Kind is HclTokenKind.End or HclTokenKind.Punctuation || depth > MaxDepth)
            {
                Fail("a key");
                break;
            }

            ReadItem(body, depth);
            Skip(",");
        }

        return body;
    }

    private void ReadItem(JsonObject body, int depth)
    {
        var key = Take().Text;
        if (Skip("=") || Skip(":"))
        {
            body[key] = ReadValue(depth + 1);
            return;
        }

        var labels = new List<string>();
        while (Current.Kind is HclTokenKind.Text or HclTokenKind.Word)
        {
            labels.Add(Take().Text);
        }

        if (!Skip("{"))
        {
            Fail("'=' or '{'");
            return;
        }

        JsonNode block = ReadBody(HclTokenKind.Punctuation, "}", depth + 1);
        Skip("}");
        foreach (var label in Enumerable.Reverse(labels))
        {
            block = new JsonObject { [label] = block };
        }

        if (body[key] is JsonArray blocks)
        {
            blocks.Add(block);
        }
        else
        {
            body[key] = new JsonArray(block);
        }
    }

    private JsonNode? ReadValue(int depth)
    {
        if (depth > MaxDepth)
        {
            Fail("less nesting");
            return null;
        }

        if (Skip("{"))
        {
            var body = ReadBody(HclTokenKind.Punctuation, "}", depth);
            Skip("}");
            return body;
        }

        if (!Skip("["))
        {
            if (Current.Kind is HclTokenKind.Text or HclTokenKind.Word)
            {
                return JsonValue.Create(Take().Text);
            }

            Fail("a value");
            return null;
        }

        var list = new JsonArray();
        while (_fault is null && !Skip("]"))
        {
            list.Add(ReadValue(depth + 1));
            if (!Skip(",") && Current.Text != "]")
            {
                Fail("',' or ']'");
            }
        }

        return list;
    }

    private HclToken Take() => _tokens[_at++];

    private bool Skip(string punctuation)
    {
        if (Current.Kind != HclTokenKind.Punctuation || Current.Text != punctuation)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Fail(string wanted) => _fault ??= $"line {Current.Line}: expected {wanted}, got '{Current.Text}'";
}
