using System.Buffers;
using System.Globalization;

namespace Injector.Contracts.Agent;

/// <summary>
/// Durations as the configuration writes them: <c>30s</c>, <c>1h30m</c>, <c>1.5h</c>, <c>250ms</c>, <c>7d</c>, or a number without unit, which means seconds.
/// </summary>
public static class DurationText
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36500);

    /// <summary>Reads a duration.</summary>
    /// <param name="text">The text.</param>
    /// <param name="duration">The duration.</param>
    /// <returns>False when it is none, or longer than a century.</returns>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var rest = (text ?? "").AsSpan().Trim();
        var negative = rest.StartsWith("-");
        rest = rest.TrimStart('-').TrimStart('+');
        if (rest.IsEmpty)
        {
            return false;
        }

        if (TryNumber(rest, out var seconds))
        {
            return Finish(seconds, negative, out duration);
        }

        var total = 0d;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept(Digits);
            if (digits <= 0 || !TryNumber(rest[..digits], out var amount))
            {
                return false;
            }

            rest = rest[digits..];
            var letters = rest.IndexOfAny(Digits);
            var unit = letters < 0 ? rest : rest[..letters];
            if (SecondsOf(unit) is not { } factor)
            {
                return false;
            }

            total += amount * factor;
            rest = rest[unit.Length..];
        }

        return Finish(total, negative, out duration);
    }

    /// <summary>Reads a duration that was already checked, or takes the default.</summary>
    /// <param name="text">The text; null or unreadable: the default.</param>
    /// <param name="fallback">The default.</param>
    /// <returns>The duration.</returns>
    public static TimeSpan OrDefault(string? text, TimeSpan fallback) => TryParse(text, out var duration) ? duration : fallback;

    private static bool Finish(double seconds, bool negative, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (seconds > Longest.TotalSeconds)
        {
            return false;
        }

        duration = TimeSpan.FromSeconds(negative ? -seconds : seconds);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static double? SecondsOf(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" => 1e-9,
        "us" or "µs" or "μs" => 1e-6,
        "ms" => 1e-3,
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        "d" => 86400,
        _ => null,
    };
}
