using Injector.Templates.Functions.Text;

namespace Injector.Templates.Functions.Yaml;

/// <summary>Which characters a YAML text may hold.</summary>
internal static class YamlCharacters
{
    /// <summary>The problem with a text, or null.</summary>
    public static string? FindProblem(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var rune = Utf8Runes.Decode(text, out var width);
            if (width == 1 && rune == Utf8Runes.Replacement)
            {
                return InvalidUtf8(text);
            }

            if (!IsAllowed(rune))
            {
                return "control characters are not allowed";
            }

            text = text[width..];
        }

        return null;
    }

    private static bool IsAllowed(int rune) => rune switch
    {
        '\t' or '\n' or '\r' or 0x85 => true,
        < 0x20 or (> 0x7E and < 0xA0) or 0xFFFE or 0xFFFF => false,
        _ => true,
    };

    private static string InvalidUtf8(ReadOnlySpan<byte> text)
    {
        var width = text[0] switch
        {
            >= 0xC0 and < 0xE0 => 2,
            >= 0xE0 and < 0xF0 => 3,
            >= 0xF0 and < 0xF8 => 4,
            _ => 0,
        };
        if (width == 0)
        {
            return "invalid leading UTF-8 octet";
        }

        if (width > text.Length)
        {
            return "incomplete UTF-8 octet sequence";
        }

        foreach (var octet in text[1..width])
        {
            if ((octet & 0xC0) != 0x80)
            {
                return "invalid trailing UTF-8 octet";
            }
        }

        return text[0] == 0xED ? "invalid Unicode character" : "invalid length of a UTF-8 sequence";
    }
}
