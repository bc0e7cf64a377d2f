using System.Globalization;

namespace Injector.Templates.Functions.Dates;

/// <summary>Durations in one unit: <c>sprig_durationRound</c>.</summary>
internal static class RoundDuration
{
    private const ulong Hour = 3600 * (ulong)GoDuration.Second;

    /// <summary>The largest unit that is exceeded.</summary>
    public static string Format(long nanoseconds)
    {
        var size = nanoseconds < 0 ? unchecked((ulong)-nanoseconds) : (ulong)nanoseconds;
        ReadOnlySpan<(ulong Unit, string Name)> units =
        [
            (Hour * 24 * 365, "y"), (Hour * 24 * 30, "mo"), (Hour * 24, "d"), (Hour, "h"), (Hour / 60, "m"), (Hour / 3600, "s"),
        ];
        foreach (var (unit, name) in units)
        {
            if (size > unit)
            {
                return (size / unit).ToString(CultureInfo.InvariantCulture) + name;
            }
        }

        return "0s";
    }

    /// <summary>To whole seconds, halves away from zero.</summary>
    public static long ToSecond(long nanoseconds)
    {
        var rest = nanoseconds % GoDuration.Second;
        var whole = nanoseconds - rest;
        return Math.Abs(rest) * 2 >= GoDuration.Second ? whole + Math.Sign(rest) * GoDuration.Second : whole;
    }
}
