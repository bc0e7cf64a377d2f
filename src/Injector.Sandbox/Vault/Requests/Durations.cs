using System.Globalization;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>Durations as Vault takes them: seconds as a number or a text of digits, or Go's notation (<c>1h30m</c>, also <c>d</c> for days).</summary>
internal static class Durations
{
    /// <summary>Reads a duration; nothing at all is zero.</summary>
    public static bool TryParse(JsonNode? node, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        return node is null || (node is JsonValue && TryParse(node.ToString(), out duration));
    }

    /// <summary>Reads a duration; an empty text is zero.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (text.Length == 0)
        {
            return true;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
        {
            return TryFromSeconds(seconds, out duration);
        }

        return TryParseUnits(text, out duration);
    }

    /// <summary>Writes a duration as Go prints it: <c>1h0m0s</c>.</summary>
    public static string Print(TimeSpan duration)
    {
        if (duration < TimeSpan.FromMinutes(1))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds}s");
        }

        var minutes = string.Create(CultureInfo.InvariantCulture, $"{duration.Minutes}m{duration.Seconds}s");
        return duration < TimeSpan.FromHours(1) ? minutes : string.Create(CultureInfo.InvariantCulture, $"{(long)duration.TotalHours}h{minutes}");
    }

    private static bool TryParseUnits(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var total = 0d;
        for (var at = 0; at < text.Length;)
        {
            var digits = at;
            while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] == '.'))
            {
                digits++;
            }

            var unit = digits;
            while (unit < text.Length && char.IsAsciiLetter(text[unit]))
            {
                unit++;
            }

            if (!double.TryParse(text.AsSpan(at, digits - at), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                || Seconds(text[digits..unit]) is not { } factor)
            {
                return false;
            }

            total += amount * factor;
            at = unit;
        }

        return TryFromSeconds(total, out duration);
    }

    private static bool TryFromSeconds(double seconds, out TimeSpan duration)
    {
        // Go counts nanoseconds in 64 bits: 292 years are the most.
        var isSmall = Math.Abs(seconds) <= long.MaxValue / 1e9;
        duration = isSmall ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        return isSmall;
    }

    private static double? Seconds(string unit) => unit switch
    {
        "ms" => 0.001,
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        "d" => 86400,
        _ => null,
    };
}
