using System.Globalization;

namespace Injector.Templates.Formatting;

/// <summary>The exact decimal expansion of a binary floating point number.</summary>
internal static class ExactDecimal
{
    private const uint LimbBase = 1_000_000_000;
    private const int LimbDigits = 9;

    /// <summary>All digits of <paramref name="number"/> (positive, finite), the first one not zero, and where the point stands.</summary>
    public static (byte[] Digits, int Point) Expand(double number)
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
        var zeros = Math.Min(int.CreateChecked(ulong.TrailingZeroCount(mantissa)), Math.Max(-exponent, 0));
        mantissa >>= zeros;
        exponent += zeros;

        // m × 2^e with e < 0 is m × 5^-e × 10^e: only whole numbers have to be multiplied.
        var limbs = new List<uint>(90);
        for (var rest = mantissa; rest > 0; rest /= LimbBase)
        {
            limbs.Add((uint)(rest % LimbBase));
        }

        Multiply(limbs, exponent >= 0 ? 2u : 5u, Math.Abs(exponent));
        var digits = DigitsOf(limbs);
        return (digits, digits.Length + Math.Min(exponent, 0));
    }

    private static void Multiply(List<uint> limbs, uint factor, int times)
    {
        // As many factors at once as fit a limb: 2^29 and 5^12 are the largest powers below 10^9.
        var chunk = factor == 2 ? 29 : 12;
        while (times > 0)
        {
            var step = Math.Min(times, chunk);
            var product = 1u;
            for (var i = 0; i < step; i++)
            {
                product *= factor;
            }

            MultiplyOnce(limbs, product);
            times -= step;
        }
    }

    private static void MultiplyOnce(List<uint> limbs, uint factor)
    {
        ulong carry = 0;
        for (var i = 0; i < limbs.Count; i++)
        {
            var product = ((ulong)limbs[i] * factor) + carry;
            limbs[i] = (uint)(product % LimbBase);
            carry = product / LimbBase;
        }

        if (carry > 0)
        {
            limbs.Add((uint)carry);
        }
    }

    private static byte[] DigitsOf(List<uint> limbs)
    {
        var text = new byte[limbs.Count * LimbDigits];
        for (var i = 0; i < limbs.Count; i++)
        {
            limbs[^(i + 1)].TryFormat(text.AsSpan(i * LimbDigits), out _, "D9", CultureInfo.InvariantCulture);
        }

        return text.AsSpan().TrimStart((byte)'0').ToArray();
    }
}
