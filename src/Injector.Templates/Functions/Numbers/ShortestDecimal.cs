using System.Globalization;
using Injector.Templates.Formatting;

namespace Injector.Templates.Functions.Numbers;

/// <summary>The fewest decimal digits that read back to the same float64: 0.ddd × 10^Point.</summary>
internal readonly ref struct ShortestDecimal
{
    private const int LongestForm = 32;

    private ShortestDecimal(bool negative, ReadOnlySpan<byte> digits, int point)
    {
        IsNegative = negative;
        Digits = digits;
        Point = point;
    }

    public bool IsNegative { get; }

    /// <summary>The digits in ASCII, without leading or trailing zeros; "0" for zero.</summary>
    public ReadOnlySpan<byte> Digits { get; }

    /// <summary>How many of the digits stand before the decimal point; may be negative or beyond their number.</summary>
    public int Point { get; }

    public static ShortestDecimal Of(double value, Span<byte> space)
    {
        Span<byte> text = stackalloc byte[LongestForm];
        Math.Abs(value).TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        var exponentAt = text[..length].IndexOf((byte)'E');
        var count = 0;
        var pointAt = -1;
        var mantissa = text[..(exponentAt < 0 ? length : exponentAt)];
        foreach (var letter in mantissa)
        {
            if (letter == '.')
            {
                pointAt = count;
            }
            else
            {
                space[count++] = letter;
            }
        }

        var point = pointAt < 0 ? count : pointAt;
        point += exponentAt < 0 ? 0 : int.Parse(text[(exponentAt + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return Normalize(double.IsNegative(value), space[..count], point);
    }

    private static ShortestDecimal Normalize(bool negative, ReadOnlySpan<byte> digits, int point)
    {
        var leading = 0;
        while (leading < digits.Length - 1 && digits[leading] == '0')
        {
            leading++;
        }

        point -= leading;
        digits = digits[leading..].TrimEnd((byte)'0');
        return digits.IsEmpty ? new ShortestDecimal(negative, "0"u8, 1) : new ShortestDecimal(negative, digits, point);
    }

    /// <summary>Appends all digits without exponent, as <c>%f</c> with the fewest digits.</summary>
    public void AppendPlain(ByteBuffer output)
    {
        if (IsNegative)
        {
            output.Append('-');
        }

        if (Point <= 0)
        {
            output.Append("0."u8);
            output.AppendRepeated((byte)'0', -Point);
            output.Append(Digits);
        }
        else if (Point >= Digits.Length)
        {
            output.Append(Digits);
            output.AppendRepeated((byte)'0', Point - Digits.Length);
        }
        else
        {
            output.Append(Digits[..Point]);
            output.Append('.');
            output.Append(Digits[Point..]);
        }
    }

    /// <summary>Appends d.ddde±x with at least <paramref name="exponentDigits"/> digits of exponent.</summary>
    public void AppendExponential(ByteBuffer output, int exponentDigits)
    {
        if (IsNegative)
        {
            output.Append('-');
        }

        output.Append(Digits[0]);
        if (Digits.Length > 1)
        {
            output.Append('.');
            output.Append(Digits[1..]);
        }

        var exponent = Point - 1;
        output.Append(exponent < 0 ? "e-"u8 : "e+"u8);
        output.Append(Math.Abs(exponent).ToString(exponentDigits == 2 ? "00" : "0", CultureInfo.InvariantCulture));
    }
}
