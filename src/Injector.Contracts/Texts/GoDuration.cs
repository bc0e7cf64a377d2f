using System.Buffers;
using System.Globalization;

namespace Injector.Contracts.Texts;

/// <summary>Durations as Go's <c>time.ParseDuration</c> reads them: <c>300ms</c>, <c>1h30m</c>, <c>-1.5s</c>, <c>0</c>.</summary>
public static class GoDuration
{
    /// <summary>The accepted form, for messages.</summary>
    public const string Form = "a duration such as '300ms', '10s' or '1h30m'";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private const decimal NanosecondsPerTick = 100m;

    /// <summary>Reads a duration. Parts below 100 ns are rounded towards zero.</summary>
    /// <param name="text">The text, without surrounding blanks.</param>
    /// <param name="value">The value; zero when the text is not a duration.</param>
    /// <returns>Whether <paramref name="text"/> is a duration within the range of a Go duration.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        var negative = text is ['-', ..];
        var rest = text is ['-' or '+', ..] ? text[1..] : text;
        if (rest is "0")
        {
            return true;
        }

        if (rest.IsEmpty)
        {
            return false;
        }

        var total = 0m;
        while (!rest.IsEmpty)
        {
            if (!TryTakeNumber(ref rest, out var number) || !TryTakeUnit(ref rest, out var nanoseconds) || number > long.MaxValue / nanoseconds)
            {
                return false;
            }

            total += number * nanoseconds;
        }

        if (total > long.MaxValue)
        {
            return false;
        }

        var ticks = (long)(total / NanosecondsPerTick);
        value = TimeSpan.FromTicks(negative ? -ticks : ticks);
        return true;
    }

    private static bool TryTakeNumber(ref ReadOnlySpan<char> rest, out decimal number)
    {
        var length = rest.IndexOfAnyExcept(NumberCharacters);
        number = 0;
        if (length <= 0 || !decimal.TryParse(rest[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        rest = rest[length..];
        return true;
    }

    private static bool TryTakeUnit(ref ReadOnlySpan<char> rest, out decimal nanoseconds)
    {
        var end = rest.IndexOfAny(NumberCharacters);
        var unit = end < 0 ? rest : rest[..end];
        nanoseconds = unit switch
        {
            "ns" => 1m,
            "us" or "µs" or "μs" => 1_000m,
            "ms" => 1_000_000m,
            "s" => 1_000_000_000m,
            "m" => 60_000_000_000m,
            "h" => 3_600_000_000_000m,
            _ => 0m,
        };
        rest = rest[unit.Length..];
        return nanoseconds > 0;
    }
}
