using System.Globalization;
using System.Text.Json.Nodes;

namespace Injector.Injection.Tests.Reference;

/// <summary>Applies our patches by the letter of RFC 6902. They only add.</summary>
internal static class StrictPatch
{
    public static JsonNode Apply(JsonNode pod, ReadOnlyMemory<byte> patch)
    {
        var result = pod.DeepClone();
        foreach (var operation in JsonNode.Parse(patch.Span)!.AsArray())
        {
            Assert.Equal("add", (string?)operation!["op"]);
            Add(result, (string)operation["path"]!, operation["value"]?.DeepClone());
        }

        return result;
    }

    private static void Add(JsonNode document, string path, JsonNode? value)
    {
        var parts = path.Split('/').Skip(1).Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        var parent = document;
        foreach (var part in parts[..^1])
        {
            parent = parent is JsonArray list ? list[Index(part, list.Count - 1)] : parent!.AsObject()[part];
            Assert.NotNull(parent);
        }

        if (parent is JsonArray array)
        {
            array.Insert(parts[^1] == "-" ? array.Count : Index(parts[^1], array.Count), value);
        }
        else
        {
            parent!.AsObject()[parts[^1]] = value;
        }
    }

    private static int Index(string text, int largest)
    {
        Assert.Matches("^(0|[1-9][0-9]*)$", text);
        var index = int.Parse(text, CultureInfo.InvariantCulture);
        Assert.InRange(index, 0, largest);
        return index;
    }
}
