using System.Globalization;

namespace Injector.Templates.Functions.Dates;

/// <summary>Go's durations: nanoseconds in 64 bits, written like <c>1h2m3.5s</c>.</summary>
internal static class GoDuration
{
    public const long Second = 1_000_000_000;
    private const long Millisecond = 1_000_000;
    private const long Microsecond = 1_000;

    public static string Format(long nanoseconds)
    {
        if (nanoseconds == 0)
        {
            return "0s";
        }

        var size = nanoseconds < 0 ? unchecked((ulong)-nanoseconds) : (ulong)nanoseconds;
        var sign = nanoseconds < 0 ? "-" : "";
        if (size < Second)
        {
            var (unit, name) = size < Microsecond ? (1UL, "ns") : size < Millisecond ? ((ulong)Microsecond, "µs") : ((ulong)Millisecond, "ms");
            return sign + Fraction(size, unit) + name;
        }

        var minutes = size / (60 * (ulong)Second);
        var text = Fraction(size % (60 * (ulong)Second), (ulong)Second) + "s";
        if (minutes > 0)
        {
            text = string.Create(CultureInfo.InvariantCulture, $"{minutes % 60}m{text}");
            text = minutes >= 60 ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}h{text}") : text;
        }

        return sign + text;
    }

    private static string Fraction(ulong value, ulong unit)
    {
        var (whole, rest) = Math.DivRem(value, unit);
        var text = whole.ToString(CultureInfo.InvariantCulture);
        if (rest == 0)
        {
            return text;
        }

        var places = (int)Math.Round(Math.Log10(unit));
        return $"{text}.{rest.ToString("D" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).TrimEnd('0')}";
    }

    /// <summary>Reads a duration; a problem has Go's text.</summary>
    public static long? Parse(string text, out string problem)
    {
        problem = "";
        var negative = text.StartsWith('-');
        var rest = negative || text.StartsWith('+') ? text[1..] : text;
        if (rest == "0")
        {
            return 0;
        }

        UInt128 total = 0;
        var invalid = rest.Length == 0;
        while (rest.Length > 0 && !invalid)
        {
            if (ReadOne(ref rest, text, out problem) is not { } part)
            {
                return null;
            }

            total += part;
            invalid = total > 1UL << 63;
        }

        if (invalid || (!negative && total > long.MaxValue))
        {
            problem = "time: invalid duration " + TimeQuote.Of(text);
            return null;
        }

        return negative ? unchecked(-(long)(ulong)total) : (long)total;
    }

    private static UInt128? ReadOne(ref string rest, string text, out string problem)
    {
        problem = "";
        var whole = Digits(ref rest);
        var fraction = rest.StartsWith('.') ? Digits(ref rest, skip: 1) : null;
        if ((whole.Length == 0 && fraction is null or "") || whole.Length > 19)
        {
            problem = "time: invalid duration " + TimeQuote.Of(text);
            return null;
        }

        var length = 0;
        while (length < rest.Length && rest[length] != '.' && !char.IsAsciiDigit(rest[length]))
        {
            length++;
        }

        var unitName = rest[..length];
        rest = rest[unitName.Length..];
        var unit = Unit(unitName);
        if (unit == 0)
        {
            problem = unitName.Length == 0
                ? "time: missing unit in duration " + TimeQuote.Of(text)
                : $"time: unknown unit {TimeQuote.Of(unitName)} in duration {TimeQuote.Of(text)}";
            return null;
        }

        UInt128 value = whole.Length == 0 ? 0 : UInt128.Parse(whole, NumberStyles.None, CultureInfo.InvariantCulture) * unit;
        if (fraction is { Length: > 0 })
        {
            value += (ulong)(double.Parse("0." + fraction, NumberStyles.Float, CultureInfo.InvariantCulture) * unit);
        }

        return value;
    }

    private static string Digits(ref string rest, int skip = 0)
    {
        var end = skip;
        while (end < rest.Length && char.IsAsciiDigit(rest[end]))
        {
            end++;
        }

        var digits = rest[skip..end];
        rest = rest[end..];
        return digits;
    }

    private static ulong Unit(string name) => name switch
    {
        "ns" => 1,
        "us" or "µs" or "μs" => Microsecond,
        "ms" => Millisecond,
        "s" => Second,
        "m" => 60 * Second,
        "h" => 3600 * (ulong)Second,
        _ => 0,
    };
}
