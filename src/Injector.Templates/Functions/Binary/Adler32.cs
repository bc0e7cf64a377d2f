namespace Injector.Templates.Functions.Binary;

/// <summary>The Adler-32 checksum.</summary>
internal static class Adler32
{
    private const uint Modulus = 65_521;

    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        var (low, high) = (1u, 0u);
        foreach (var value in bytes)
        {
            low = (low + value) % Modulus;
            high = (high + low) % Modulus;
        }

        return high << 16 | low;
    }
}
