using System.Globalization;
using System.Numerics;
using System.Text;

namespace Injector.Templates.Functions.Numbers;

/// <summary>Coefficient × 10^Exponent: what sprig calculates <c>addf</c> and its like with.</summary>
internal readonly record struct BigDecimal(BigInteger Coefficient, int Exponent)
{
    /// <summary>Decimal places a division keeps.</summary>
    private const int DivisionPlaces = 16;

    /// <summary>The decimal number that the shortest form of a float64 spells.</summary>
    public static BigDecimal From(double value)
    {
        Span<byte> space = stackalloc byte[32];
        var shortest = ShortestDecimal.Of(value, space);
        var digits = BigInteger.Parse(Encoding.ASCII.GetString(shortest.Digits), CultureInfo.InvariantCulture);
        return new BigDecimal(shortest.IsNegative ? -digits : digits, shortest.Point - shortest.Digits.Length);
    }

    public double ToDouble() =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"{Coefficient}E{Exponent}"), NumberStyles.Float, CultureInfo.InvariantCulture);

    public BigDecimal Plus(BigDecimal other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        return new BigDecimal(Rescaled(exponent) + other.Rescaled(exponent), exponent);
    }

    public BigDecimal Minus(BigDecimal other) => Plus(other with { Coefficient = -other.Coefficient });

    public BigDecimal Times(BigDecimal other) => new(Coefficient * other.Coefficient, Exponent + other.Exponent);

    /// <summary>Divides by a number that is not zero; the last place is rounded, halves away from zero.</summary>
    public BigDecimal DividedBy(BigDecimal divisor)
    {
        var shift = Exponent - divisor.Exponent + DivisionPlaces;
        var numerator = BigInteger.Abs(Coefficient) * (shift > 0 ? BigInteger.Pow(10, shift) : 1);
        var denominator = BigInteger.Abs(divisor.Coefficient) * (shift < 0 ? BigInteger.Pow(10, -shift) : 1);
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        quotient += 2 * remainder >= denominator ? 1 : 0;
        return new BigDecimal(Coefficient.Sign * divisor.Coefficient.Sign < 0 ? -quotient : quotient, -DivisionPlaces);
    }

    private BigInteger Rescaled(int exponent) => Coefficient * BigInteger.Pow(10, Exponent - exponent);
}
