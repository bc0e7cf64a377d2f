using System.Numerics;

namespace Injector.Templates.Functions.Crypto;

/// <summary>The fraction of pi in 32-bit words: where the tables of Blowfish come from. Calculating them is shorter than spelling them out.</summary>
internal static class PiDigits
{
    private const int GuardBits = 64;

    public static uint[] Words(int count)
    {
        // Machin: pi = 16 arctan(1/5) - 4 arctan(1/239).
        var bits = 32 * count + GuardBits;
        var pi = 16 * InverseTangent(5, bits) - 4 * InverseTangent(239, bits);
        var fraction = (pi - (new BigInteger(3) << bits)) >> GuardBits;
        var words = new uint[count];
        for (var i = count - 1; i >= 0; i--)
        {
            words[i] = (uint)(fraction & uint.MaxValue);
            fraction >>= 32;
        }

        return words;
    }

    private static BigInteger InverseTangent(int inverse, int bits)
    {
        var power = (BigInteger.One << bits) / inverse;
        var sum = power;
        var square = inverse * inverse;
        for (var divisor = 3; !power.IsZero; divisor += 2)
        {
            power /= square;
            sum += divisor % 4 == 3 ? -(power / divisor) : power / divisor;
        }

        return sum;
    }
}
