using System.Globalization;
using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Builtins;

/// <summary><c>html</c>, <c>js</c> and <c>urlquery</c>.</summary>
internal static class EscapeFunctions
{
    private static readonly StringValue NoValue = StringValue.From("<no value>");

    public static readonly FunctionDefinition[] All =
    [
        Define("html", EscapeHtml),
        Define("js", EscapeScript),
        Define("urlquery", EscapeQuery),
    ];

    private delegate void Escape(ByteBuffer target, ReadOnlySpan<byte> text);

    private static FunctionDefinition Define(string name, Escape escape) =>
        FunctionDefinition.Variadic(name, [Any], GoType.String, call => Apply(call, escape), FunctionTraits.BuiltIn);

    private static Value Apply(FunctionCall call, Escape escape)
    {
        using var joined = call.Scope.NewBuffer();
        GoPrint.PrintPointedTo(joined, Array.ConvertAll(call.ToArray(), static value => value.IsNil ? NoValue : value));
        using var escaped = call.Scope.NewBuffer();
        escape(escaped, joined.Written);
        return call.Finish(escaped);
    }

    private static void EscapeHtml(ByteBuffer target, ReadOnlySpan<byte> text)
    {
        foreach (var character in text)
        {
            switch (character)
            {
                case (byte)'"':
                    target.Append("&#34;"u8);
                    break;
                case (byte)'\'':
                    target.Append("&#39;"u8);
                    break;
                case (byte)'&':
                    target.Append("&amp;"u8);
                    break;
                case (byte)'<':
                    target.Append("&lt;"u8);
                    break;
                case (byte)'>':
                    target.Append("&gt;"u8);
                    break;
                case 0:
                    target.Append("\ufffd"u8);
                    break;
                default:
                    target.Append(character);
                    break;
            }
        }
    }

    private static void EscapeScript(ByteBuffer target, ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            GoRune.Decode(text, out var rune, out var length);
            switch (rune.Value)
            {
                case '\\' or '\'' or '"':
                    target.Append('\\');
                    target.Append(text[0]);
                    break;
                case < ' ' or '<' or '>' or '&' or '=':
                case >= 0x80 when !GoRune.IsPrintable(rune):
                    target.Append("\\u"u8);
                    target.Append(rune.Value.ToString("X4", CultureInfo.InvariantCulture));
                    break;
                default:
                    target.Append(text[..length]);
                    break;
            }

            text = text[length..];
        }
    }

    private static void EscapeQuery(ByteBuffer target, ReadOnlySpan<byte> text)
    {
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit((char)character) || character is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~')
            {
                target.Append(character);
            }
            else if (character == ' ')
            {
                target.Append('+');
            }
            else
            {
                target.Append('%');
                target.Append("0123456789ABCDEF"[character >> 4]);
                target.Append("0123456789ABCDEF"[character & 0xF]);
            }
        }
    }
}
