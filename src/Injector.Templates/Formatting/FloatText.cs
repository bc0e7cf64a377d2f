using System.Globalization;

namespace Injector.Templates.Formatting;

/// <summary>Writes finite, non-negative floating point numbers in Go's forms: <c>e f g E G b x X</c>.</summary>
internal static class FloatText
{
    /// <summary>As precision: the fewest digits that read back as the same number.</summary>
    public const int Shortest = -1;

    /// <summary>Appends <paramref name="number"/>, which is finite and not negative.</summary>
    public static void Append(ByteBuffer buffer, double number, char form, int precision)
    {
        switch (form)
        {
            case 'b':
                AppendBinary(buffer, number);
                return;
            case 'x' or 'X':
                HexFloatText.Append(buffer, number, form, precision);
                return;
        }

        var isShortest = precision < 0;
        var digits = isShortest ? DecimalDigits.Shortest(number) : Rounded(number, form, precision);
        switch (form)
        {
            case 'e' or 'E':
                AppendExponent(buffer, digits, isShortest ? digits.Count - 1 : precision, form);
                break;
            case 'f':
                AppendPlain(buffer, digits, isShortest ? Math.Max(digits.Count - digits.Point, 0) : precision);
                break;
            default:
                AppendGeneral(buffer, digits, isShortest ? digits.Count : Math.Max(precision, 1), form, isShortest ? 6 : Math.Max(precision, 1));
                break;
        }
    }

    private static DecimalDigits Rounded(double number, char form, int precision) => form switch
    {
        'e' or 'E' => DecimalDigits.Exact(number).RoundTo(precision + 1),
        'f' => RoundAfterPoint(DecimalDigits.Exact(number), precision),
        _ => DecimalDigits.Exact(number).RoundTo(Math.Max(precision, 1)),
    };

    private static DecimalDigits RoundAfterPoint(DecimalDigits digits, int precision) => digits.RoundTo(digits.Point + precision);

    private static void AppendGeneral(ByteBuffer buffer, DecimalDigits digits, int precision, char form, int threshold)
    {
        if (threshold > digits.Count && digits.Count >= digits.Point)
        {
            threshold = digits.Count;
        }

        if (digits.IsShortest)
        {
            threshold = 6;
        }

        var exponent = digits.Point - 1;
        if (exponent < -4 || exponent >= threshold)
        {
            AppendExponent(buffer, digits, Math.Min(precision, digits.Count) - 1, (char)(form + 'e' - 'g'));
            return;
        }

        AppendPlain(buffer, digits, Math.Max(digits.Count - digits.Point, 0));
    }

    private static void AppendExponent(ByteBuffer buffer, DecimalDigits digits, int precision, char letter)
    {
        buffer.Append(digits[0]);
        if (precision > 0)
        {
            buffer.Append('.');
            for (var i = 1; i <= precision; i++)
            {
                buffer.Append(digits[i]);
            }
        }

        var exponent = digits.Count == 0 ? 0 : digits.Point - 1;
        buffer.Append(letter);
        buffer.Append(exponent < 0 ? '-' : '+');
        buffer.Append(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture));
    }

    private static void AppendPlain(ByteBuffer buffer, DecimalDigits digits, int precision)
    {
        if (digits.Point <= 0)
        {
            buffer.Append('0');
        }

        for (var i = 0; i < digits.Point; i++)
        {
            buffer.Append(digits[i]);
        }

        if (precision > 0)
        {
            buffer.Append('.');
            for (var i = 0; i < precision; i++)
            {
                buffer.Append(digits[digits.Point + i]);
            }
        }
    }

    private static void AppendBinary(ByteBuffer buffer, double number)
    {
        var bits = BitConverter.DoubleToUInt64Bits(number);
        var exponent = (int)(bits >> 52) & 0x7FF;
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        if (exponent == 0)
        {
            exponent = 1;
        }
        else
        {
            mantissa |= 1UL << 52;
        }

        exponent -= 1075;
        buffer.Append(mantissa.ToString(CultureInfo.InvariantCulture));
        buffer.Append('p');
        buffer.Append(exponent.ToString("+0;-0", CultureInfo.InvariantCulture));
    }
}
