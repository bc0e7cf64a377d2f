using System.Text;
using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Text;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Maps;

/// <summary><c>explodeMap</c>: keys with slashes become nested maps.</summary>
internal static class Explosion
{
    public static Value Apply(FunctionCall call)
    {
        var (source, exploded) = (call.Map(0), MapValue.Create());
        for (var i = 0; i < source.Count; i++)
        {
            if (Insert(exploded, source.Keys[i], source.Values[i]) is { } problem)
            {
                return call.Fail("explodeMap: " + problem);
            }
        }

        return exploded;
    }

    private static string? Insert(MapValue map, StringValue path, Value value)
    {
        // The text names the part of the path that was left, as the original does.
        var (rest, named) = (path, path);
        while (rest.Span.IndexOf((byte)'/') is var slash and >= 0)
        {
            var top = ByteText.Slice(rest, 0, slash);
            if (!map.TryGet(top.Span, out var next))
            {
                next = MapValue.Create();
                map.Set(top, next);
            }

            if (next is not MapValue { Type: GoType.Map } nested)
            {
                return $"not a map: {Quote(named)}: {Quote(top)} already has value {GoPrint.Format("%q", next)}";
            }

            (named, rest) = (rest, ByteText.Slice(rest, slash + 1, rest.Length));
            map = nested;
        }

        if (rest.Length > 0)
        {
            map.Set(rest, value);
        }

        return null;
    }

    private static string Quote(StringValue text) => Encoding.UTF8.GetString(GoQuote.Quote(text.Span));
}
