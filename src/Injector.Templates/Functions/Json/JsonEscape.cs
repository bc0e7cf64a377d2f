using Injector.Templates.Formatting;
using Injector.Templates.Functions.Text;

namespace Injector.Templates.Functions.Json;

/// <summary>Texts in JSON with the escapes that Go writes.</summary>
internal static class JsonEscape
{
    /// <summary>Appends a text without quotes.</summary>
    public static void Append(ByteBuffer output, ReadOnlySpan<byte> text, JsonStyle style)
    {
        var start = 0;
        for (var i = 0; i < text.Length;)
        {
            var letter = text[i];
            if (letter < 0x80)
            {
                if (IsPlain(letter, style))
                {
                    i++;
                    continue;
                }

                output.Append(text[start..i]);
                AppendEscape(output, letter);
                start = ++i;
                continue;
            }

            var rune = Utf8Runes.Decode(text[i..], out var width);
            if ((rune == Utf8Runes.Replacement && width == 1) || rune is 0x2028 or 0x2029)
            {
                output.Append(text[start..i]);
                AppendCode(output, rune);
                start = i + width;
            }

            i += width;
        }

        output.Append(text[start..]);
    }

    private static bool IsPlain(byte letter, JsonStyle style) => letter switch
    {
        < 0x20 or (byte)'"' or (byte)'\\' => false,
        (byte)'<' or (byte)'>' or (byte)'&' => (style & JsonStyle.EscapeHtml) == 0,
        _ => true,
    };

    private static void AppendEscape(ByteBuffer output, byte letter)
    {
        var name = letter switch
        {
            (byte)'\b' => 'b',
            (byte)'\f' => 'f',
            (byte)'\n' => 'n',
            (byte)'\r' => 'r',
            (byte)'\t' => 't',
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            _ => '\0',
        };
        if (name == '\0')
        {
            AppendCode(output, letter);
            return;
        }

        output.Append('\\');
        output.Append(name);
    }

    private static void AppendCode(ByteBuffer output, int code)
    {
        const string Digits = "0123456789abcdef";
        output.Append("\\u"u8);
        for (var shift = 12; shift >= 0; shift -= 4)
        {
            output.Append(Digits[(code >> shift) & 0xF]);
        }
    }
}
