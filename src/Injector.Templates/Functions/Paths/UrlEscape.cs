using System.Globalization;
using System.Text;
using Injector.Templates.Formatting;

namespace Injector.Templates.Functions.Paths;

/// <summary>Percent escapes with Go's rules for each part of an address.</summary>
internal static class UrlEscape
{
    public static string Escape(string text, UrlPart part)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (IsPlain(letter, part))
            {
                escaped.Append(letter);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"%{(int)letter:X2}");
            }
        }

        return escaped.ToString();
    }

    /// <summary>A part of an address (in Latin-1 form) in quotes, for messages.</summary>
    public static string Quote(string text) => Encoding.UTF8.GetString(GoQuote.Quote(Encoding.Latin1.GetBytes(text)));

    /// <summary>Takes escapes out; null and Go's text when one is malformed.</summary>
    public static string? Unescape(string text, UrlPart part, out string problem)
    {
        problem = "";
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                {
                    problem = "invalid URL escape " + Quote(text.Substring(i, Math.Min(3, text.Length - i)));
                    return null;
                }

                var code = byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                if (part == UrlPart.Host && code < 0x80 && text.Substring(i, 3) != "%25")
                {
                    problem = "invalid URL escape " + Quote(text.Substring(i, 3));
                    return null;
                }

                plain.Append((char)code);
                i += 2;
                continue;
            }

            if (part == UrlPart.Host && text[i] < 0x80 && !IsPlain(text[i], part))
            {
                problem = $"invalid character {Quote(text[i].ToString())} in host name";
                return null;
            }

            plain.Append(text[i] == '+' && part == UrlPart.Query ? ' ' : text[i]);
        }

        return plain.ToString();
    }

    private static bool IsPlain(char letter, UrlPart part)
    {
        if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '~')
        {
            return true;
        }

        return part switch
        {
            UrlPart.Host => "!$&'()*+,;=:[]<>\"".Contains(letter, StringComparison.Ordinal),
            UrlPart.Path => "$&+,/:;=@".Contains(letter, StringComparison.Ordinal),
            UrlPart.User => "$&+,;=".Contains(letter, StringComparison.Ordinal),
            UrlPart.Fragment => "$&+,/:;=?@!()*".Contains(letter, StringComparison.Ordinal),
            _ => false,
        };
    }
}
