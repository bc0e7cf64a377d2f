using System.Globalization;
using System.Numerics;

namespace Injector.Sandbox.Pods.Volumes;

/// <summary>Kubernetes' way to write amounts: <c>128Mi</c>, <c>0.5</c>, <c>250m</c>, <c>1e3</c>.</summary>
internal static class Quantity
{
    private static readonly (string Suffix, decimal Factor)[] Suffixes =
    [
        ("Ki", 1024m), ("Mi", 1048576m), ("Gi", 1073741824m), ("Ti", 1099511627776m), ("Pi", 1125899906842624m), ("Ei", 1152921504606846976m),
        ("n", 0.000000001m), ("u", 0.000001m), ("m", 0.001m),
        ("k", 1000m), ("M", 1000000m), ("G", 1000000000m), ("T", 1000000000000m), ("P", 1000000000000000m), ("E", 1000000000000000000m),
    ];

    /// <summary>Reads an amount; a fraction of a byte or of a unit is rounded up, as Kubernetes does.</summary>
    public static long ToBytes(string text) => (long)decimal.Ceiling(ToDecimal(text));

    public static decimal ToDecimal(string text)
    {
        foreach (var (suffix, factor) in Suffixes)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal) && Number(text[..^suffix.Length]) is { } number)
            {
                return number * factor;
            }
        }

        return Number(text) ?? throw new PodSpecificationException($"'{text}' is not a quantity. Write it as 128Mi, 250m or 1.5.");
    }

    /// <summary>An amount in units of <paramref name="divisor"/>, rounded up, as the downward API prints it.</summary>
    public static string Divide(string text, string? divisor)
    {
        var unit = divisor is null or "0" ? 1m : ToDecimal(divisor);
        return new BigInteger(decimal.Ceiling(ToDecimal(text) / unit)).ToString(CultureInfo.InvariantCulture);
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
