namespace Injector.Templates.Functions.Dates;

/// <summary>A moment with the zone it is shown in, like Go's <c>time.Time</c>. Local time is UTC, as in the agent's container.</summary>
/// <param name="Seconds">Seconds since 1970 in UTC.</param>
/// <param name="Nanoseconds">Nanoseconds after them.</param>
/// <param name="Offset">Seconds east of UTC.</param>
/// <param name="Zone">The zone's abbreviation; empty when only the offset is known.</param>
internal readonly record struct GoTime(long Seconds, int Nanoseconds, int Offset, string Zone)
{
    private const long SecondsPerDay = 86_400;

    /// <summary>January 1 of year 1, what Go's zero time is.</summary>
    public static GoTime Zero => Utc(1, 1, 1, 0, 0, 0, 0);

    /// <summary>Whether the zone is the machine's own, which is UTC here: only Go syntax and equality show it.</summary>
    public bool IsLocal { get; init; }

    private long LocalSeconds => Seconds + Offset;

    public CivilDate Date => CivilDate.FromDays(Math.DivRem(LocalSeconds, SecondsPerDay) is var (days, rest) && rest < 0 ? days - 1 : days);

    public int SecondOfDay => (int)(((LocalSeconds % SecondsPerDay) + SecondsPerDay) % SecondsPerDay);

    public int Hour => SecondOfDay / 3600;

    public int Minute => SecondOfDay / 60 % 60;

    public int Second => SecondOfDay % 60;

    public static GoTime Utc(long year, int month, int day, int hour, int minute, int second, int nanoseconds) =>
        new(new CivilDate(year, month, day).ToDays() * SecondsPerDay + hour * 3600L + minute * 60L + second, nanoseconds, 0, "UTC");

    public static GoTime From(DateTimeOffset time) =>
        new(time.ToUnixTimeSeconds(), (int)(time.UtcTicks % TimeSpan.TicksPerSecond) * 100, 0, "UTC");

    /// <summary>The moment a number of nanoseconds later.</summary>
    public GoTime Add(long nanoseconds)
    {
        var total = Nanoseconds + nanoseconds % 1_000_000_000;
        var carry = Math.DivRem(total, 1_000_000_000, out var rest);
        carry -= rest < 0 ? 1 : 0;
        rest += rest < 0 ? 1_000_000_000 : 0;
        return this with { Seconds = Seconds + nanoseconds / 1_000_000_000 + carry, Nanoseconds = (int)rest };
    }

    /// <summary>Nanoseconds since another moment; beyond the range of a duration the nearest one.</summary>
    public long Since(GoTime earlier)
    {
        var distance = ((Int128)Seconds - earlier.Seconds) * 1_000_000_000 + Nanoseconds - earlier.Nanoseconds;
        return distance > long.MaxValue ? long.MaxValue : distance < long.MinValue ? long.MinValue : (long)distance;
    }

    public GoTime InZone(int offset, string zone) => this with { Offset = offset, Zone = zone, IsLocal = false };
}
