using System.Globalization;
using System.Text;

namespace Injector.Templates.Parsing;

/// <summary>Reads floating point numbers the way Go does.</summary>
internal static class GoFloat
{
    /// <summary>Reads the whole of <paramref name="text"/>: decimal or hexadecimal, underscores between digits, <c>inf</c> and <c>nan</c>.</summary>
    public static FloatOutcome TryParse(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        var negative = text is [(byte)'-', ..];
        var unsigned = text is [(byte)'+' or (byte)'-', ..] ? text[1..] : text;
        if (unsigned.IsEmpty)
        {
            return FloatOutcome.BadSyntax;
        }

        if (TrySpecial(unsigned, out number))
        {
            number = negative && !double.IsNaN(number) ? -number : number;
            return double.IsNaN(number) && unsigned.Length != text.Length ? FloatOutcome.BadSyntax : FloatOutcome.Number;
        }

        if (unsigned.Contains((byte)'_') && !UnderscoresSeparateDigits(unsigned))
        {
            return FloatOutcome.BadSyntax;
        }

        var isHex = unsigned.Length > 2 && unsigned[0] == '0' && (unsigned[1] | 0x20) == 'x';
        var outcome = isHex ? HexFloat.TryParse(unsigned[2..], out number) : TryDecimal(unsigned, out number);
        number = negative ? -number : number;
        return outcome;
    }

    /// <summary>Whether every underscore stands between two digits or after a base prefix.</summary>
    public static bool UnderscoresSeparateDigits(ReadOnlySpan<byte> text)
    {
        var previous = '^';
        var start = 0;
        var isHex = false;
        if (text.Length >= 2 && text[0] == '0' && ((text[1] | 0x20) is 'b' or 'o' or 'x'))
        {
            start = 2;
            previous = '0';
            isHex = (text[1] | 0x20) == 'x';
        }

        foreach (var character in text[start..])
        {
            if (char.IsAsciiDigit((char)character) || (isHex && char.IsAsciiHexDigit((char)character)))
            {
                previous = '0';
            }
            else if (character == '_')
            {
                if (previous != '0')
                {
                    return false;
                }

                previous = '_';
            }
            else
            {
                if (previous == '_')
                {
                    return false;
                }

                previous = '!';
            }
        }

        return previous != '_';
    }

    private static bool TrySpecial(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        if (text.Length is not (3 or 8))
        {
            return false;
        }

        if (Ascii.EqualsIgnoreCase(text, "inf"u8) || Ascii.EqualsIgnoreCase(text, "infinity"u8))
        {
            number = double.PositiveInfinity;
            return true;
        }

        if (Ascii.EqualsIgnoreCase(text, "nan"u8))
        {
            number = double.NaN;
            return true;
        }

        return false;
    }

    private static FloatOutcome TryDecimal(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        if (!IsDecimal(text))
        {
            return FloatOutcome.BadSyntax;
        }

        var digits = text.Contains((byte)'_') ? text.ToArray().AsSpan() : [];
        if (!digits.IsEmpty)
        {
            var kept = 0;
            foreach (var character in text)
            {
                if (character != '_')
                {
                    digits[kept++] = character;
                }
            }

            text = digits[..kept];
        }

        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out number))
        {
            return FloatOutcome.BadSyntax;
        }

        return double.IsInfinity(number) ? FloatOutcome.OutOfRange : FloatOutcome.Number;
    }

    private static bool IsDecimal(ReadOnlySpan<byte> text)
    {
        var index = 0;
        var digits = SkipDigits(text, ref index);
        if (index < text.Length && text[index] == '.')
        {
            index++;
            digits += SkipDigits(text, ref index);
        }

        if (digits == 0)
        {
            return false;
        }

        if (index < text.Length && (text[index] | 0x20) == 'e')
        {
            index++;
            if (index < text.Length && (text[index] is (byte)'+' or (byte)'-'))
            {
                index++;
            }

            if (SkipDigits(text, ref index) == 0)
            {
                return false;
            }
        }

        return index == text.Length;
    }

    private static int SkipDigits(ReadOnlySpan<byte> text, ref int index)
    {
        var count = 0;
        while (index < text.Length && (char.IsAsciiDigit((char)text[index]) || text[index] == '_'))
        {
            count += text[index] == '_' ? 0 : 1;
            index++;
        }

        return count;
    }
}
