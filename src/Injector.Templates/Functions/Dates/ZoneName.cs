using System.Globalization;

namespace Injector.Templates.Functions.Dates;

/// <summary>Abbreviations of time zones in texts. Only UTC has a known offset here; others are kept by name, as Go does.</summary>
internal static class ZoneName
{
    private const int LongestAbbreviation = 5;

    /// <summary>How long the abbreviation at the start of a text is; 0 if there is none.</summary>
    public static int Length(string text)
    {
        if (text.Length < 3)
        {
            return 0;
        }

        if (text.StartsWith("ChST", StringComparison.Ordinal) || text.StartsWith("MeST", StringComparison.Ordinal))
        {
            return 4;
        }

        if (text.StartsWith("GMT", StringComparison.Ordinal))
        {
            return 3 + SignedHourLength(text[3..]);
        }

        if (text[0] is '+' or '-')
        {
            return SignedHourLength(text);
        }

        var letters = 0;
        while (letters <= LongestAbbreviation && letters < text.Length && char.IsAsciiLetterUpper(text[letters]))
        {
            letters++;
        }

        return letters switch
        {
            3 => 3,
            4 when text[3] == 'T' || text.StartsWith("WITA", StringComparison.Ordinal) => 4,
            5 when text[4] == 'T' => 5,
            _ => 0,
        };
    }

    /// <summary>A time read as if it were UTC, shown in the zone of that name: the moment stays, also for a name that tells its offset.</summary>
    public static GoTime Apply(GoTime time, string zone)
    {
        var hours = 0;
        if (zone.Length > 3 && zone.StartsWith("GMT", StringComparison.Ordinal))
        {
            _ = int.TryParse(zone.AsSpan(3), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out hours);
        }

        return time.InZone(hours * 3600, zone);
    }

    private static int SignedHourLength(string text)
    {
        var digits = 1;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return text.Length > 1 && text[0] is '+' or '-' && digits > 1
            && int.TryParse(text.AsSpan(1, digits - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours < 24
            ? digits
            : 0;
    }
}
