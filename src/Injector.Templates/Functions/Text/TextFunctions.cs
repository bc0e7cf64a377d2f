using Injector.Templates.Calling;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Text;

/// <summary>consul-template's functions on texts. The text comes last, so that it can be piped in.</summary>
internal static class TextFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("toLower", [GoType.String], GoType.String, static call => RuneMapping.Lower(call.String(0))),
        new("toUpper", [GoType.String], GoType.String, static call => RuneMapping.Upper(call.String(0))),
        new("toTitle", [GoType.String], GoType.String, static call => WordTitle.Apply(call.String(0))),
        new("trim", [GoType.String, GoType.String], GoType.String, static call => ByteText.Trim(call.String(1), call.Bytes(0))),
        new("trimPrefix", [GoType.String, GoType.String], GoType.String, static call => ByteText.TrimPrefix(call.String(1), call.Bytes(0))),
        new("trimSuffix", [GoType.String, GoType.String], GoType.String, static call => ByteText.TrimSuffix(call.String(1), call.Bytes(0))),
        new("trimSpace", [GoType.String], GoType.String, static call => ByteText.TrimSpace(call.String(0))),
        new("replaceAll", [GoType.String, GoType.String, GoType.String], GoType.String, static call => ByteText.ReplaceAll(call.String(2), call.Bytes(0), call.Bytes(1))),
        new("split", [GoType.String, GoType.String], StringList, static call => Split(call)),
        new("splitToMap", [GoType.String, GoType.String, GoType.String], StringMap, static call => SplitToMap(call)),
        new("join", [GoType.String, StringList], GoType.String, static call => ByteText.Join(call.List(1).Items, call.Bytes(0))),
        new("indent", [Int, GoType.String], GoType.String, static call => Indent(call)),
    ];

    private static ListValue Split(FunctionCall call)
    {
        var text = ByteText.TrimSpace(call.String(1));
        return ListValue.OfStrings(text.Length == 0 ? [] : ByteText.Split(text, call.Bytes(0)));
    }

    private static MapValue SplitToMap(FunctionCall call)
    {
        var map = MapValue.CreateOfStrings();
        var text = ByteText.TrimSpace(call.String(2));
        if (text.Length == 0)
        {
            return map;
        }

        foreach (StringValue pair in ByteText.Split(text, call.Bytes(0)))
        {
            var separator = call.Bytes(1);
            var end = pair.Span.IndexOf(separator);
            if (end >= 0)
            {
                map.Set(ByteText.Slice(pair, 0, end), ByteText.Slice(pair, end + separator.Length, pair.Length));
            }
        }

        return map;
    }

    private static Value Indent(FunctionCall call)
    {
        var blanks = call.Integer(0);
        if (blanks < 0)
        {
            return call.Fail("indent value must be a positive integer");
        }

        return TextSize.Exceeds(call, blanks) || TextSize.Exceeds(call, blanks * LineCount(call.Bytes(1)))
            ? TextSize.Fail(call)
            : ByteText.IndentLines(call.Bytes(1), (int)blanks);
    }

    private static long LineCount(ReadOnlySpan<byte> text) => 1 + text.Count((byte)'\n');
}
