using System.Text;

namespace Injector.Templates.Formatting;

/// <summary>Go's quoted form of texts and characters.</summary>
internal static class GoQuote
{
    /// <summary><paramref name="bytes"/> in double quotes.</summary>
    public static byte[] Quote(ReadOnlySpan<byte> bytes)
    {
        using var buffer = new ByteBuffer(bytes.Length + 16);
        Append(buffer, bytes, QuoteStyle.Printable);
        return buffer.ToArray();
    }

    /// <summary><paramref name="text"/> in double quotes, for messages.</summary>
    public static string Quote(string text) => Encoding.UTF8.GetString(Quote(Encoding.UTF8.GetBytes(text)));

    /// <summary>Appends <paramref name="bytes"/> in double quotes.</summary>
    public static void Append(ByteBuffer buffer, ReadOnlySpan<byte> bytes, QuoteStyle style)
    {
        buffer.Append('"');
        while (!bytes.IsEmpty)
        {
            if (GoRune.Decode(bytes, out var rune, out var length))
            {
                AppendEscaped(buffer, rune, '"', style);
            }
            else
            {
                AppendHex(buffer, "\\x", bytes[0], 2);
            }

            bytes = bytes[length..];
        }

        buffer.Append('"');
    }

    /// <summary>Appends <paramref name="rune"/> in single quotes.</summary>
    public static void Append(ByteBuffer buffer, Rune rune, QuoteStyle style)
    {
        buffer.Append('\'');
        AppendEscaped(buffer, rune, '\'', style);
        buffer.Append('\'');
    }

    /// <summary>Whether the text can stand between back quotes: valid, one line, no back quote, no control characters except tab.</summary>
    public static bool CanBackQuote(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (!GoRune.Decode(bytes, out var rune, out var length) || !CanBackQuote(rune.Value))
            {
                return false;
            }

            bytes = bytes[length..];
        }

        return true;
    }

    private static bool CanBackQuote(int rune) => rune switch
    {
        '\t' => true,
        '`' or 0x7F or 0xFEFF => false,
        _ => rune >= ' ',
    };

    private static void AppendEscaped(ByteBuffer buffer, Rune rune, char quote, QuoteStyle style)
    {
        if (rune.Value == quote || rune.Value == '\\')
        {
            buffer.Append('\\');
            buffer.Append((byte)rune.Value);
        }
        else if (style == QuoteStyle.Ascii ? rune.Value < 0x80 && GoRune.IsPrintable(rune) : GoRune.IsPrintable(rune))
        {
            buffer.Append(rune);
        }
        else
        {
            AppendUnprintable(buffer, rune.Value);
        }
    }

    private static void AppendUnprintable(ByteBuffer buffer, int rune)
    {
        var letter = rune switch
        {
            '\a' => 'a',
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\v' => 'v',
            _ => '\0',
        };

        if (letter != '\0')
        {
            buffer.Append('\\');
            buffer.Append(letter);
        }
        else if (rune < ' ' || rune == 0x7F)
        {
            AppendHex(buffer, "\\x", rune, 2);
        }
        else if (rune < 0x10000)
        {
            AppendHex(buffer, "\\u", rune, 4);
        }
        else
        {
            AppendHex(buffer, "\\U", rune, 8);
        }
    }

    private static void AppendHex(ByteBuffer buffer, string prefix, int value, int digits)
    {
        buffer.Append(prefix);
        for (var shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        {
            buffer.Append("0123456789abcdef"[(value >> shift) & 0xF]);
        }
    }
}
