using System.Text;
using Injector.Templates.Formatting;

namespace Injector.Templates.Functions.Yaml;

/// <summary>Escapes in double-quoted scalars.</summary>
internal static class YamlEscape
{
    /// <summary>Reads the escape at the cursor.</summary>
    public static void Read(YamlCursor cursor, ByteBuffer output, Func<string, YamlProblem> fail)
    {
        var letter = cursor.Peek(1);
        var digits = letter switch
        {
            (byte)'x' => 2,
            (byte)'u' => 4,
            (byte)'U' => 8,
            _ => 0,
        };
        if (digits > 0)
        {
            cursor.Skip(2);
            output.Append(ReadCode(cursor, digits, fail));
            return;
        }

        var text = Named(letter) ?? throw fail("found unknown escape character");
        output.Append(text);
        cursor.Skip(2);
    }

    private static Rune ReadCode(YamlCursor cursor, int digits, Func<string, YamlProblem> fail)
    {
        long code = 0;
        for (var i = 0; i < digits; i++)
        {
            var digit = (char)cursor.Peek(i);
            code = char.IsAsciiHexDigit(digit)
                ? code * 16 + (char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10)
                : throw fail("did not find expected hexdecimal number");
        }

        if (code > 0x10FFFF || !Rune.IsValid((int)code))
        {
            throw fail("found invalid Unicode character escape code");
        }

        cursor.Skip(digits);
        return new Rune((int)code);
    }

    private static string? Named(byte letter) => letter switch
    {
        (byte)'0' => "\0",
        (byte)'a' => "\a",
        (byte)'b' => "\b",
        (byte)'t' or (byte)'\t' => "\t",
        (byte)'n' => "\n",
        (byte)'v' => "\v",
        (byte)'f' => "\f",
        (byte)'r' => "\r",
        (byte)'e' => "\u001B",
        (byte)' ' => " ",
        (byte)'"' => "\"",
        (byte)'\'' => "'",
        (byte)'/' => "/",
        (byte)'\\' => "\\",
        (byte)'N' => "\u0085",
        (byte)'_' => "\u00A0",
        (byte)'L' => "\u2028",
        (byte)'P' => "\u2029",
        _ => null,
    };
}
