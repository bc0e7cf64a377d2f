namespace Injector.Templates.Functions.Dates;

/// <summary>The next part of a layout with the text before and after it.</summary>
/// <param name="Prefix">Text to copy.</param>
/// <param name="Part">The part, or none at the end of the layout.</param>
/// <param name="Name">How the layout spells the part.</param>
/// <param name="Rest">The layout after it.</param>
internal readonly record struct LayoutChunk(string Prefix, LayoutPart Part, string Name, string Rest)
{
    public static LayoutChunk Next(string layout)
    {
        for (var i = 0; i < layout.Length; i++)
        {
            var (part, skip, length) = Match(layout, i);
            if (part != LayoutPart.None)
            {
                var start = i + skip;
                return new LayoutChunk(layout[..start], part, layout.Substring(start, length), layout[(start + length)..]);
            }
        }

        return new LayoutChunk(layout, LayoutPart.None, "", "");
    }

    private static (LayoutPart Part, int Skip, int Length) Match(string layout, int at) => layout[at] switch
    {
        'J' => Word(layout, at, "January", LayoutPart.LongMonth, "Jan", LayoutPart.Month),
        'M' => Starts(layout, at, "MST")
            ? (LayoutPart.ZoneName, 0, 3)
            : Word(layout, at, "Monday", LayoutPart.LongWeekday, "Mon", LayoutPart.Weekday),
        '0' => Zero(layout, at),
        '1' => Starts(layout, at, "15") ? (LayoutPart.Hour, 0, 2) : (LayoutPart.NumericMonth, 0, 1),
        '2' => Starts(layout, at, "2006") ? (LayoutPart.LongYear, 0, 4) : (LayoutPart.Day, 0, 1),
        '_' => Underscore(layout, at),
        '3' => (LayoutPart.Hour12, 0, 1),
        '4' => (LayoutPart.Minute, 0, 1),
        '5' => (LayoutPart.Second, 0, 1),
        'P' when Starts(layout, at, "PM") => (LayoutPart.UpperPm, 0, 2),
        'p' when Starts(layout, at, "pm") => (LayoutPart.LowerPm, 0, 2),
        '-' => Zone(layout, at, NumericZones),
        'Z' => Zone(layout, at, IsoZones),
        '.' or ',' => Fraction(layout, at),
        _ => default,
    };

    private static readonly (string Text, LayoutPart Part)[] NumericZones =
    [
        ("-070000", LayoutPart.NumericSecondsZone),
        ("-07:00:00", LayoutPart.NumericColonSecondsZone),
        ("-0700", LayoutPart.NumericZone),
        ("-07:00", LayoutPart.NumericColonZone),
        ("-07", LayoutPart.NumericShortZone),
    ];

    private static readonly (string Text, LayoutPart Part)[] IsoZones =
    [
        ("Z070000", LayoutPart.IsoSecondsZone),
        ("Z07:00:00", LayoutPart.IsoColonSecondsZone),
        ("Z0700", LayoutPart.IsoZone),
        ("Z07:00", LayoutPart.IsoColonZone),
        ("Z07", LayoutPart.IsoShortZone),
    ];

    private static bool Starts(string layout, int at, string text) => string.CompareOrdinal(layout, at, text, 0, text.Length) == 0;

    /// <summary>A short name counts only if no small letter follows, so that "Janet" is text.</summary>
    private static (LayoutPart Part, int Skip, int Length) Word(
        string layout, int at, string longName, LayoutPart longPart, string shortName, LayoutPart shortPart)
    {
        if (Starts(layout, at, longName))
        {
            return (longPart, 0, longName.Length);
        }

        var end = at + shortName.Length;
        return Starts(layout, at, shortName) && (end >= layout.Length || !char.IsAsciiLetterLower(layout[end]))
            ? (shortPart, 0, shortName.Length)
            : default;
    }

    private static (LayoutPart Part, int Skip, int Length) Zero(string layout, int at)
    {
        if (Starts(layout, at, "002"))
        {
            return (LayoutPart.ZeroYearDay, 0, 3);
        }

        var part = (at + 1 < layout.Length ? layout[at + 1] : '\0') switch
        {
            '1' => LayoutPart.ZeroMonth,
            '2' => LayoutPart.ZeroDay,
            '3' => LayoutPart.ZeroHour12,
            '4' => LayoutPart.ZeroMinute,
            '5' => LayoutPart.ZeroSecond,
            '6' => LayoutPart.Year,
            _ => LayoutPart.None,
        };
        return (part, 0, 2);
    }

    private static (LayoutPart Part, int Skip, int Length) Underscore(string layout, int at)
    {
        if (Starts(layout, at, "_2006"))
        {
            return (LayoutPart.LongYear, 1, 4);
        }

        if (Starts(layout, at, "_2"))
        {
            return (LayoutPart.UnderscoreDay, 0, 2);
        }

        return Starts(layout, at, "__2") ? (LayoutPart.UnderscoreYearDay, 0, 3) : default;
    }

    private static (LayoutPart Part, int Skip, int Length) Zone(string layout, int at, (string Text, LayoutPart Part)[] zones)
    {
        foreach (var (text, part) in zones)
        {
            if (Starts(layout, at, text))
            {
                return (part, 0, text.Length);
            }
        }

        return default;
    }

    private static (LayoutPart Part, int Skip, int Length) Fraction(string layout, int at)
    {
        var digit = at + 1 < layout.Length ? layout[at + 1] : '\0';
        if (digit is not ('0' or '9'))
        {
            return default;
        }

        var end = at + 1;
        while (end < layout.Length && layout[end] == digit)
        {
            end++;
        }

        return end < layout.Length && char.IsAsciiDigit(layout[end])
            ? default
            : (digit == '0' ? LayoutPart.FractionZeros : LayoutPart.FractionNines, 0, end - at);
    }
}
