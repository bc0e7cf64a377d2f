using System.Globalization;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Clock;

/// <summary>How long something lives from now on, by Vault's rules.</summary>
internal sealed record TtlRules
{
    public required Lifetimes Mount { get; init; }

    /// <summary>What the role says; zero: as the mount.</summary>
    public TimeSpan Ttl { get; init; }

    /// <summary>The role's limit, counted from the start; zero: as the mount.</summary>
    public TimeSpan MaxTtl { get; init; }

    /// <summary>A periodic token: every renewal gives this much, without an end.</summary>
    public TimeSpan Period { get; init; }

    /// <summary>A limit that holds even for periodic tokens.</summary>
    public TimeSpan ExplicitMaxTtl { get; init; }

    /// <summary>Calculates the time left.</summary>
    /// <param name="wanted">What the caller asks for; zero: the default.</param>
    /// <param name="start">When it was made.</param>
    /// <param name="now">The time.</param>
    /// <returns>The time left, zero or less when it is over; a warning when it is less than wanted.</returns>
    public (TimeSpan Ttl, IReadOnlyList<string> Warnings) Calculate(TimeSpan wanted, DateTimeOffset start, DateTimeOffset now)
    {
        var max = Smallest(Mount.Max, MaxTtl);
        if (Period > TimeSpan.Zero)
        {
            return ExplicitMaxTtl > TimeSpan.Zero ? Cap(Smallest(Period, Mount.Max), ExplicitMaxTtl, start, now) : (Smallest(Period, Mount.Max), []);
        }

        var asked = FirstPositive(wanted, Ttl, Mount.Default);
        return Cap(asked, Smallest(max, ExplicitMaxTtl), start, now);
    }

    private static (TimeSpan Ttl, IReadOnlyList<string> Warnings) Cap(TimeSpan asked, TimeSpan max, DateTimeOffset start, DateTimeOffset now)
    {
        var left = start + max - now;
        return asked <= left
            ? (asked, [])
            : (left, [string.Create(CultureInfo.InvariantCulture, $"TTL of \"{Durations.Print(asked)}\" exceeded the effective max_ttl of \"{Durations.Print(left)}\"; TTL value is capped accordingly")]);
    }

    private static TimeSpan Smallest(TimeSpan limit, TimeSpan other) => other > TimeSpan.Zero && other < limit ? other : limit;

    private static TimeSpan FirstPositive(params ReadOnlySpan<TimeSpan> choices)
    {
        foreach (var choice in choices)
        {
            if (choice > TimeSpan.Zero)
            {
                return choice;
            }
        }

        return TimeSpan.Zero;
    }
}
