namespace Injector.Contracts.Annotations.Values;

/// <summary>Reads durations in Go's syntax: <c>300ms</c>, <c>1.5h</c>, <c>2h45m</c>.</summary>
public static class DurationText
{
    /// <summary>The allowed form, for messages.</summary>
    public const string Form = "a duration with units, such as 30s, 1m30s or 500ms";

    /// <summary>Reads a duration.</summary>
    /// <param name="text">The text; empty is not a duration here.</param>
    /// <param name="nanoseconds">The duration, when the text is one.</param>
    /// <returns>Whether the text is a duration within ±292 years.</returns>
    public static bool TryParse(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        var rest = text.AsSpan();
        var negative = rest.Length > 0 && rest[0] == '-';
        if (rest.Length > 0 && rest[0] is '+' or '-')
        {
            rest = rest[1..];
        }

        if (rest is "0")
        {
            return true;
        }

        if (rest.IsEmpty)
        {
            return false;
        }

        Int128 total = 0;
        while (!rest.IsEmpty)
        {
            if (!TryTakePart(ref rest, out var part) || (total += part) > (Int128)long.MaxValue + 1)
            {
                return false;
            }
        }

        if (!negative && total > long.MaxValue)
        {
            return false;
        }

        nanoseconds = (long)(negative ? -total : total);
        return true;
    }

    /// <summary>Reads a duration as a time span.</summary>
    /// <param name="text">The text; empty is not a duration.</param>
    /// <param name="duration">The duration, cut to ticks of 100 ns.</param>
    /// <returns>Whether the text is a duration.</returns>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        var understood = TryParse(text, out long nanoseconds);
        duration = TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
        return understood;
    }

    private static bool TryTakePart(ref ReadOnlySpan<char> rest, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        var wholeLength = DigitCount(rest);
        if (!TryDigits(rest[..wholeLength], out var whole))
        {
            return false;
        }

        rest = rest[wholeLength..];
        var fraction = ReadOnlySpan<char>.Empty;
        if (!rest.IsEmpty && rest[0] == '.')
        {
            var length = DigitCount(rest[1..]);
            fraction = rest.Slice(1, length);
            rest = rest[(length + 1)..];
        }

        if (wholeLength + fraction.Length == 0)
        {
            return false;
        }

        var unitLength = rest.IndexOfAny(".0123456789");
        unitLength = unitLength < 0 ? rest.Length : unitLength;
        if (UnitOf(rest[..unitLength]) is not { } unit)
        {
            return false;
        }

        rest = rest[unitLength..];
        nanoseconds = (whole * unit) + FractionOf(fraction, unit);
        return true;
    }

    private static int DigitCount(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    // Nothing above 2^63 can become a valid duration, whatever the unit.
    private static bool TryDigits(ReadOnlySpan<char> digits, out Int128 value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
            if (value > (Int128)long.MaxValue + 1)
            {
                return false;
            }
        }

        return true;
    }

    private static Int128 FractionOf(ReadOnlySpan<char> digits, long unit)
    {
        Int128 value = 0;
        Int128 scale = 1;
        foreach (var digit in digits[..Math.Min(digits.Length, 18)])
        {
            value = (value * 10) + (digit - '0');
            scale *= 10;
        }

        return value * unit / scale;
    }

    private static long? UnitOf(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" => 1,
        "us" or "\u00b5s" or "\u03bcs" => 1_000,
        "ms" => 1_000_000,
        "s" => 1_000_000_000,
        "m" => 60_000_000_000,
        "h" => 3_600_000_000_000,
        _ => null,
    };
}
