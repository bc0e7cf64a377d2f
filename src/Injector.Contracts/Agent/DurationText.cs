using System.Globalization;
using Injector.Contracts.Texts;

namespace Injector.Contracts.Agent;

/// <summary>
/// Durations as the agent's configuration writes them: Go's form (<c>30s</c>, <c>1h30m</c>), with days in front (<c>7d</c>, <c>1d12h</c>),
/// or a number without unit, which means seconds.
/// </summary>
public static class DurationText
{
    /// <summary>The longest time that is ever waited at a stretch: timers take no more than 49 days.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(36500);

    /// <summary>Reads a duration.</summary>
    /// <param name="text">The text; blanks around it are allowed.</param>
    /// <param name="duration">The duration.</param>
    /// <returns>False when it is none, negative, or longer than a century.</returns>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        var rest = (text ?? "").AsSpan().Trim();
        if (TryNumber(rest, out var seconds))
        {
            duration = seconds <= Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
            return seconds <= Longest.TotalSeconds;
        }

        var days = 0d;
        var mark = rest.IndexOf('d');
        if (mark > 0 && TryNumber(rest[..mark], out days))
        {
            rest = rest[(mark + 1)..];
        }

        duration = TimeSpan.Zero;
        if (days > Longest.TotalDays || (!(days > 0 && rest.IsEmpty) && !GoDuration.TryParse(rest, out duration)) || duration < TimeSpan.Zero)
        {
            duration = TimeSpan.Zero;
            return false;
        }

        duration += TimeSpan.FromDays(days);
        return true;
    }

    /// <summary>A duration that can be waited.</summary>
    /// <param name="duration">Any duration.</param>
    /// <returns>The duration, but not more than <see cref="LongestWait"/>.</returns>
    public static TimeSpan Waitable(TimeSpan duration) => duration < LongestWait ? duration : LongestWait;

    /// <summary>Reads a duration that was already checked, or takes the default; not more than <see cref="LongestWait"/>.</summary>
    /// <param name="text">The text; null or unreadable: the default.</param>
    /// <param name="fallback">The default.</param>
    /// <returns>The duration.</returns>
    public static TimeSpan OrDefault(string? text, TimeSpan fallback) => TryParse(text, out var duration) ? Waitable(duration) : fallback;

    private static bool TryNumber(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
