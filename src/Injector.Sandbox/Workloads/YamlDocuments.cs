using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Injector.Sandbox.Workloads;

/// <summary>Reads YAML as Kubernetes' tools do: plain scalars by the rules of YAML 1.1, everything else as text; JSON is YAML too.</summary>
public static class YamlDocuments
{
    /// <summary>Aliases may repeat a node, but not without end.</summary>
    public const int MaxNodes = 200_000;

    private static readonly string[] True = ["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"];
    private static readonly string[] False = ["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"];

    /// <summary>Reads every document of a text.</summary>
    /// <param name="text">One or more documents.</param>
    /// <returns>The documents that are not empty.</returns>
    /// <exception cref="ManifestException">The text is not YAML, or too large.</exception>
    public static IReadOnlyList<JsonNode> Read(string text)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(reader);
        }
        catch (YamlException error)
        {
            throw new ManifestException(string.Create(CultureInfo.InvariantCulture,
                $"Line {error.Start.Line}, column {error.Start.Column}: this is not YAML: {error.InnerException?.Message ?? error.Message}"));
        }

        var left = MaxNodes;
        return [.. stream.Documents.Select(document => Convert(document.RootNode, ref left)).OfType<JsonNode>()];
    }

    private static JsonNode? Convert(YamlNode node, ref int left)
    {
        if (--left < 0)
        {
            throw new ManifestException($"The manifest has more than {MaxNodes} nodes.");
        }

        switch (node)
        {
            case YamlMappingNode mapping:
                var map = new JsonObject();
                foreach (var (key, value) in mapping.Children)
                {
                    map[(key as YamlScalarNode)?.Value ?? throw new ManifestException("A key of a mapping must be a scalar.")] = Convert(value, ref left);
                }

                return map;
            case YamlSequenceNode sequence:
                var list = new JsonArray();
                foreach (var item in sequence.Children)
                {
                    list.Add(Convert(item, ref left));
                }

                return list;
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } scalar when scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific:
                return Plain(text);
            case YamlScalarNode scalar:
                return JsonValue.Create(scalar.Value ?? string.Empty);
            default:
                return null;
        }
    }

    private static JsonValue? Plain(string text)
    {
        if (text.Length == 0 || text is "~" or "null" or "Null" or "NULL")
        {
            return null;
        }

        if (True.Contains(text) || False.Contains(text))
        {
            return JsonValue.Create(True.Contains(text));
        }

        if (Integer(text) is { } integer)
        {
            return JsonValue.Create(integer);
        }

        var numeric = char.IsAsciiDigit(text[^1]) || text[^1] == '.';
        return numeric && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.')
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? JsonValue.Create(number)
                : JsonValue.Create(text);
    }

    private static long? Integer(string text)
    {
        var negative = text[0] == '-';
        var digits = text.TrimStart('-', '+');
        if (text.Length - digits.Length > 1 || digits.Length == 0)
        {
            return null;
        }

        long? value = digits switch
        {
            ['0', 'x', .. var hex] => long.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : null,
            ['0', 'b', .. var binary] => long.TryParse(binary, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture, out var number) ? number : null,
            ['0', 'o', .. var octal] => Octal(octal),
            ['0', _, ..] => Octal(digits),
            _ => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        };
        return negative ? -value : value;
    }

    private static long? Octal(string digits) => digits.Length is > 0 and < 20 && digits.All(digit => digit is >= '0' and <= '7')
        ? digits.Aggregate(0L, (number, digit) => (number * 8) + (digit - '0'))
        : null;
}
