using System.Globalization;

namespace Injector.Contracts.Annotations.Values;

/// <summary>Reads floating-point numbers in Go's syntax: decimal and hexadecimal, underscores between digits, Inf and NaN.</summary>
public static class FloatText
{
    /// <summary>The allowed form, for messages.</summary>
    public const string Form = "a number such as 0.75";

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text; blanks are not allowed.</param>
    /// <param name="value">The number, when the text is one. May be infinite or not a number when the text says so.</param>
    /// <returns>Whether the text is a number that is not too large.</returns>
    public static bool TryParse(string text, out double value)
    {
        value = 0;
        var unsigned = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        var sign = text.Length > 0 && text[0] == '-' ? -1.0 : 1.0;
        if (unsigned.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            value = double.NaN;
            return unsigned.Length == text.Length;
        }

        if (unsigned.Equals("inf", StringComparison.OrdinalIgnoreCase) || unsigned.Equals("infinity", StringComparison.OrdinalIgnoreCase))
        {
            value = sign * double.PositiveInfinity;
            return true;
        }

        var hexadecimal = unsigned.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        if (!TryRemoveUnderscores(ref unsigned, hexadecimal))
        {
            return false;
        }

        var understood = hexadecimal ? TryParseHexadecimal(unsigned.AsSpan(2), out value) : TryParseDecimal(unsigned, out value);
        value *= sign;
        return understood && double.IsFinite(value);
    }

    private static bool TryParseDecimal(string text, out double value)
    {
        value = 0;
        return text.Length > 0
            && text.AsSpan().IndexOfAnyExcept(NumberCharacters.Decimal) < 0
            && text[0] is not ('+' or '-')
            && double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);
    }

    // mantissa p exponent: the exponent is mandatory and counts powers of two.
    private static bool TryParseHexadecimal(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        var exponentAt = text.IndexOfAny('p', 'P');
        if (exponentAt < 0
            || text[(exponentAt + 1)..].IndexOfAnyExcept(NumberCharacters.Whole) >= 0
            || !int.TryParse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
        {
            return false;
        }

        var digits = 0;
        var fraction = false;
        foreach (var letter in text[..exponentAt])
        {
            if (letter == '.' && !fraction)
            {
                fraction = true;
            }
            else if (char.IsAsciiHexDigit(letter))
            {
                value = (value * 16) + Convert.ToInt32(letter.ToString(), 16);
                exponent -= fraction ? 4 : 0;
                digits++;
            }
            else
            {
                return false;
            }
        }

        value = Math.ScaleB(value, exponent);
        return digits > 0;
    }

    private static bool TryRemoveUnderscores(ref string text, bool hexadecimal)
    {
        if (!text.Contains('_', StringComparison.Ordinal))
        {
            return true;
        }

        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '_')
            {
                continue;
            }

            var before = index > 0 && (IsDigit(text[index - 1], hexadecimal) || (hexadecimal && index == 2));
            if (!before || index + 1 == text.Length || !IsDigit(text[index + 1], hexadecimal))
            {
                return false;
            }
        }

        text = text.Replace("_", string.Empty, StringComparison.Ordinal);
        return true;
    }

    private static bool IsDigit(char letter, bool hexadecimal) => hexadecimal ? char.IsAsciiHexDigit(letter) : char.IsAsciiDigit(letter);
}
