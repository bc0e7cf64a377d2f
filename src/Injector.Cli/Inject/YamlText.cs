using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Injector.Cli.Inject;

/// <summary>Prints JSON as YAML: block style, texts of several lines as literal blocks, everything doubtful in double quotes.</summary>
internal static class YamlText
{
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, indent: 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int indent)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } map:
                WriteMap(text, map, indent);
                break;
            case JsonArray { Count: > 0 } list:
                foreach (var item in list)
                {
                    text.Append(' ', indent).Append("- ");
                    WriteInline(text, item, indent + 2, isInList: true);
                }

                break;
            default:
                text.Append(' ', indent).Append(Scalar(node)).Append('\n');
                break;
        }
    }

    private static void WriteMap(StringBuilder text, JsonObject map, int indent)
    {
        foreach (var (name, value) in map)
        {
            text.Append(' ', indent).Append(Scalar(JsonValue.Create(name))).Append(':');
            if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
            {
                text.Append('\n');
                Write(text, value, value is JsonArray ? indent : indent + 2);
            }
            else
            {
                text.Append(' ');
                WriteScalar(text, value, indent + 2);
            }
        }
    }

    // The first member of an object stands beside the dash.
    private static void WriteInline(StringBuilder text, JsonNode? item, int indent, bool isInList)
    {
        if (item is JsonObject { Count: > 0 } or JsonArray { Count: > 0 } && isInList)
        {
            var inner = new StringBuilder();
            Write(inner, item, indent);
            text.Append(inner, indent, inner.Length - indent);
        }
        else
        {
            WriteScalar(text, item, indent);
        }
    }

    private static void WriteScalar(StringBuilder text, JsonNode? node, int indent)
    {
        if (node is JsonValue value && value.TryGetValue(out string? lines) && IsBlock(lines))
        {
            text.Append(lines.EndsWith('\n') ? "|\n" : "|-\n");
            foreach (var line in lines.TrimEnd('\n').Split('\n'))
            {
                text.Append(' ', line.Length == 0 ? 0 : indent).Append(line).Append('\n');
            }
        }
        else
        {
            text.Append(Scalar(node)).Append('\n');
        }
    }

    private static bool IsBlock(string text) =>
        text.Contains('\n', StringComparison.Ordinal)
        && text[0] is not (' ' or '\n')
        && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && text.All(letter => letter is '\n' or '\t' or >= ' ' and not '\u007f' and not '\u0085' and not '\u2028' and not '\u2029');

    private static string Scalar(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        JsonValue value when value.TryGetValue(out string? text) => IsPlain(text) ? text : JsonSerializer.Serialize(text, Quoted),
        _ => node.ToJsonString(),
    };

    // Only words that no YAML reader takes for anything but text.
    private static bool IsPlain(string text) =>
        text.Length > 0
        && (char.IsAsciiLetter(text[0]) || text[0] == '/')
        && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '/' or ':' or '@')
        && !text.Contains(": ", StringComparison.Ordinal)
        && text.ToUpperInvariant() is not ("TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "NULL" or "Y" or "N" or "INF" or "NAN");
}
