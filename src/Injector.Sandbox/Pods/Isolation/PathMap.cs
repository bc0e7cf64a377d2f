using System.Text;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Pods.Isolation;

/// <summary>Replaces paths of a container by paths of this machine, in plain text and in an agent's configuration.</summary>
internal sealed class PathMap
{
    private readonly List<KeyValuePair<string, string>> _entries;

    public PathMap(IEnumerable<KeyValuePair<string, string>> entries) => _entries = [.. entries.OrderByDescending(entry => entry.Key.Length)];

    public string Replace(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            var entry = _entries.FirstOrDefault(one => Matches(text, index, one.Key));
            if (entry.Key is null)
            {
                result.Append(text[index++]);
            }
            else
            {
                result.Append(entry.Value);
                index += entry.Key.Length;
            }
        }

        return result.ToString();
    }

    /// <summary>As <see cref="Replace"/>, also inside a JSON document that is encoded in base64.</summary>
    public string ReplaceVariable(string value) => TryDecode(value) is { } document
        ? Convert.ToBase64String(Encoding.UTF8.GetBytes(Rewrite(document)?.ToJsonString() ?? string.Empty))
        : Replace(value);

    private JsonNode? Rewrite(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, Rewrite(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Rewrite)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Replace(text)),
        null => null,
        _ => node.DeepClone(),
    };

    private static JsonObject? TryDecode(string value)
    {
        var bytes = new byte[value.Length];
        if (value.Length < 4 || !Convert.TryFromBase64String(value, bytes, out var length) || length == 0 || bytes[0] != (byte)'{')
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(bytes.AsSpan(0, length)) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static bool Matches(string text, int index, string path) =>
        string.CompareOrdinal(text, index, path, 0, path.Length) == 0
        && (index == 0 || !IsPathCharacter(text[index - 1]))
        && (index + path.Length == text.Length || text[index + path.Length] == '/' || !IsPathCharacter(text[index + path.Length]));

    private static bool IsPathCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '/' or '.' or '-' or '_';
}
