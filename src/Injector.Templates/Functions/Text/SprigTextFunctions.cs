using Injector.Templates.Calling;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Text;

/// <summary>sprig's functions on one text.</summary>
internal static class SprigTextFunctions
{
    private const string NegativeRepeat = "strings: negative Repeat count";

    public static readonly FunctionDefinition[] All =
    [
        new("sprig_abbrev", [Int, GoType.String], GoType.String, static call => Abbreviation.Right(call.String(1), call.Integer(0))),
        new("sprig_abbrevboth", [Int, Int, GoType.String], GoType.String, static call => Abbreviation.LeftAndRight(call.String(2), call.Integer(0), call.Integer(1))),
        new("sprig_camelcase", [GoType.String], GoType.String, static call => CaseStyle.Pascal(call.String(0))),
        FunctionDefinition.Variadic("sprig_cat", [Any], GoType.String, static call => TextLists.Cat(call)),
        new("sprig_contains", [GoType.String, GoType.String], Bool, static call => BoolValue.From(call.Bytes(1).IndexOf(call.Bytes(0)) >= 0)),
        new("sprig_hasPrefix", [GoType.String, GoType.String], Bool, static call => BoolValue.From(call.Bytes(1).StartsWith(call.Bytes(0)))),
        new("sprig_hasSuffix", [GoType.String, GoType.String], Bool, static call => BoolValue.From(call.Bytes(1).EndsWith(call.Bytes(0)))),
        new("sprig_hello", [], GoType.String, static _ => StringValue.From("Hello!")),
        new("sprig_indent", [Int, GoType.String], GoType.String, static call => Indent(call, "")),
        new("sprig_nindent", [Int, GoType.String], GoType.String, static call => Indent(call, "\n")),
        new("sprig_initials", [GoType.String], GoType.String, static call => ByteWise.Initials(call.String(0))),
        new("sprig_kebabcase", [GoType.String], GoType.String, static call => JoinedName.Apply(call.String(0), '-')),
        new("sprig_snakecase", [GoType.String], GoType.String, static call => JoinedName.Apply(call.String(0), '_')),
        new("sprig_lower", [GoType.String], GoType.String, static call => RuneMapping.Lower(call.String(0))),
        new("sprig_upper", [GoType.String], GoType.String, static call => RuneMapping.Upper(call.String(0))),
        new("sprig_title", [GoType.String], GoType.String, static call => RuneMapping.Title(call.String(0))),
        new("sprig_untitle", [GoType.String], GoType.String, static call => ByteWise.Untitle(call.String(0))),
        new("sprig_swapcase", [GoType.String], GoType.String, static call => ByteWise.SwapCase(call.String(0))),
        new("sprig_nospace", [GoType.String], GoType.String, static call => ByteWise.DeleteSpaces(call.String(0))),
        new("sprig_plural", [GoType.String, GoType.String, Int], GoType.String, static call => call[call.Integer(2) == 1 ? 0 : 1]),
        FunctionDefinition.Variadic("sprig_quote", [Any], GoType.String, static call => TextLists.Quote(call)),
        FunctionDefinition.Variadic("sprig_squote", [Any], GoType.String, static call => TextLists.SingleQuote(call)),
        new("sprig_repeat", [Int, GoType.String], GoType.String, static call => Repeat(call)),
        new("sprig_replace", [GoType.String, GoType.String, GoType.String], GoType.String, static call => ByteText.ReplaceAll(call.String(2), call.Bytes(0), call.Bytes(1))),
        new("sprig_substr", [Int, Int, GoType.String], GoType.String, static call => Substring(call)),
        new("sprig_trunc", [Int, GoType.String], GoType.String, static call => Truncate(call.String(1), call.Integer(0))),
        new("sprig_trim", [GoType.String], GoType.String, static call => ByteText.TrimSpace(call.String(0))),
        new("sprig_trimAll", [GoType.String, GoType.String], GoType.String, static call => ByteText.Trim(call.String(1), call.Bytes(0))),
        new("sprig_trimall", [GoType.String, GoType.String], GoType.String, static call => ByteText.Trim(call.String(1), call.Bytes(0))),
        new("sprig_trimPrefix", [GoType.String, GoType.String], GoType.String, static call => ByteText.TrimPrefix(call.String(1), call.Bytes(0))),
        new("sprig_trimSuffix", [GoType.String, GoType.String], GoType.String, static call => ByteText.TrimSuffix(call.String(1), call.Bytes(0))),
        new("sprig_wrap", [Int, GoType.String], GoType.String, static call => WordWrap.Apply(call.String(1), call.Integer(0), [], LongWords.Keep)),
        new("sprig_wrapWith", [Int, GoType.String, GoType.String], GoType.String, static call =>
            WordWrap.Apply(call.String(2), call.Integer(0), call.Bytes(1), LongWords.Break)),
        new("sprig_splitList", [GoType.String, GoType.String], StringList, static call => ListValue.OfStrings(ByteText.Split(call.String(1), call.Bytes(0)))),
        new("sprig_split", [GoType.String, GoType.String], StringMap, static call => TextLists.Numbered(ByteText.Split(call.String(1), call.Bytes(0)))),
        new("sprig_splitn", [GoType.String, Int, GoType.String], StringMap, static call =>
            TextLists.Numbered(ByteText.Split(call.String(2), call.Bytes(0), call.Integer(1)))),
        new("sprig_join", [GoType.String, Any], GoType.String, static call => ByteText.Join(TextLists.Texts(call[1]), call.Bytes(0))),
        new("sprig_sortAlpha", [Any], StringList, static call => TextLists.Sort(call[0])),
        new("sprig_toString", [Any], GoType.String, static call => ValueText.Of(call[0])),
        new("sprig_toStrings", [Any], StringList, static call => ListValue.OfStrings(TextLists.Texts(call[0]))),
        new("sprig_fail", [GoType.String], GoType.String, static call => call.Fail(call.Text(0))),
    ];

    private static Value Indent(FunctionCall call, string before)
    {
        var blanks = call.Integer(0);
        if (blanks < 0)
        {
            return call.Fail(NegativeRepeat);
        }

        if (TextSize.Exceeds(call, blanks) || TextSize.Exceeds(call, blanks * (1L + call.Bytes(1).Count((byte)'\n'))))
        {
            return TextSize.Fail(call);
        }

        using var output = new Formatting.ByteBuffer(call.Bytes(1).Length + 64);
        output.Append(before);
        output.AppendRepeated((byte)' ', (int)blanks);
        foreach (var letter in call.Bytes(1))
        {
            output.Append(letter);
            if (letter == '\n')
            {
                output.AppendRepeated((byte)' ', (int)blanks);
            }
        }

        return new StringValue(output.ToArray());
    }

    private static Value Repeat(FunctionCall call)
    {
        var (count, text) = (call.Integer(0), call.String(1));
        if (count < 0)
        {
            return call.Fail(NegativeRepeat);
        }

        if (TextSize.Exceeds(call, (Int128)count * text.Length > long.MaxValue ? long.MaxValue : count * text.Length))
        {
            return TextSize.Fail(call);
        }

        var bytes = new byte[text.Length * count];
        for (var start = 0; start < bytes.Length; start += text.Length)
        {
            text.Span.CopyTo(bytes.AsSpan(start));
        }

        return new StringValue(bytes);
    }

    private static Value Substring(FunctionCall call)
    {
        var (start, end, text) = (call.Integer(0), call.Integer(1), call.String(2));
        if (start < 0)
        {
            return end < 0 || end > text.Length
                ? SliceBounds.Fail(call, SliceBounds.End(end, text.Length, "length"))
                : ByteText.Slice(text, 0, (int)end);
        }

        end = end < 0 || end > text.Length ? text.Length : end;
        return start > end ? SliceBounds.Fail(call, SliceBounds.Start(start, end)) : ByteText.Slice(text, (int)start, (int)end);
    }

    private static StringValue Truncate(StringValue text, long length)
    {
        if (length < 0)
        {
            return text.Length + length > 0 ? ByteText.Slice(text, (int)(text.Length + length), text.Length) : text;
        }

        return text.Length > length ? ByteText.Slice(text, 0, (int)length) : text;
    }
}
