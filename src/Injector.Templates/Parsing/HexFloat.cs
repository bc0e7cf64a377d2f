using System.Globalization;

namespace Injector.Templates.Parsing;

/// <summary>Reads what follows <c>0x</c> in a hexadecimal floating point number: digits, perhaps a point, and an exponent of two.</summary>
internal static class HexFloat
{
    private const int MantissaBits = 53;

    public static FloatOutcome TryParse(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        var exponentAt = text.IndexOfAny((byte)'p', (byte)'P');
        if (exponentAt < 0 || !TryExponent(text[(exponentAt + 1)..], out var exponent))
        {
            return FloatOutcome.BadSyntax;
        }

        ulong mantissa = 0;
        var sticky = false;
        var afterPoint = false;
        var digits = 0;
        foreach (var character in text[..exponentAt])
        {
            if (character == '_')
            {
                continue;
            }

            if (character == '.' && !afterPoint)
            {
                afterPoint = true;
                continue;
            }

            if (!char.IsAsciiHexDigit((char)character))
            {
                return FloatOutcome.BadSyntax;
            }

            digits++;
            exponent -= afterPoint ? 4 : 0;
            if (mantissa >> 60 == 0)
            {
                mantissa = (mantissa << 4) | (uint)HexDigit(character);
            }
            else
            {
                sticky |= character != '0';
                exponent += 4;
            }
        }

        if (digits == 0)
        {
            return FloatOutcome.BadSyntax;
        }

        number = Scale(mantissa | (sticky ? 1UL : 0), exponent);
        return double.IsInfinity(number) ? FloatOutcome.OutOfRange : FloatOutcome.Number;
    }

    private static int HexDigit(byte character) => character <= '9' ? character - '0' : (character | 0x20) - 'a' + 10;

    private static bool TryExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        Span<byte> digits = stackalloc byte[text.Length > 32 ? 0 : text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (length == digits.Length)
            {
                return false;
            }

            if (character != '_')
            {
                digits[length++] = character;
            }
        }

        if (!long.TryParse(digits[..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var wide))
        {
            return false;
        }

        exponent = (int)Math.Clamp(wide, -100_000, 100_000);
        return true;
    }

    // Rounds once, to the bits the result has room for: fewer than 53 when it is subnormal.
    private static double Scale(ulong mantissa, int exponent)
    {
        if (mantissa == 0)
        {
            return 0;
        }

        var bits = 64 - int.CreateChecked(ulong.LeadingZeroCount(mantissa));
        var room = Math.Clamp(bits + exponent + 1074, 0, MantissaBits);
        var dropped = bits - room;
        if (dropped > 0)
        {
            mantissa = dropped >= 64 ? RoundAway(mantissa, dropped) : RoundToEven(mantissa, dropped);
            exponent += dropped;
        }

        return Math.ScaleB(mantissa, exponent);
    }

    private static ulong RoundToEven(ulong mantissa, int dropped)
    {
        var rest = mantissa & ((1UL << dropped) - 1);
        var half = 1UL << (dropped - 1);
        var kept = mantissa >> dropped;
        return rest > half || (rest == half && (kept & 1) == 1) ? kept + 1 : kept;
    }

    private static ulong RoundAway(ulong mantissa, int dropped) => dropped == 64 && mantissa > 1UL << 63 ? 1UL : 0;
}
