using System.Globalization;
using System.Text;

namespace Injector.Templates.Functions.Dates;

/// <summary>Writes times by Go layouts.</summary>
internal static class TimeFormat
{
    public const string Rfc3339 = "2006-01-02T15:04:05Z07:00";
    public const string Rfc3339Nano = "2006-01-02T15:04:05.999999999Z07:00";

    /// <summary>What Go's <c>Time.String</c> uses.</summary>
    public const string Default = "2006-01-02 15:04:05.999999999 -0700 MST";

    public static string Format(GoTime time, string layout)
    {
        var output = new StringBuilder();
        var chunk = LayoutChunk.Next(layout);
        for (; chunk.Part != LayoutPart.None; chunk = LayoutChunk.Next(chunk.Rest))
        {
            output.Append(chunk.Prefix);
            Append(output, time, chunk);
        }

        return output.Append(chunk.Prefix).ToString();
    }

    private static void Append(StringBuilder output, GoTime time, LayoutChunk chunk)
    {
        switch (chunk.Part)
        {
            case LayoutPart.FractionZeros or LayoutPart.FractionNines:
                AppendFraction(output, time.Nanoseconds, chunk);
                break;
            case >= LayoutPart.ZoneName:
                AppendZone(output, time, chunk.Part);
                break;
            default:
                output.Append(Text(time, chunk.Part));
                break;
        }
    }

    private static string Text(GoTime time, LayoutPart part) => part switch
    {
        LayoutPart.LongMonth => CalendarNames.Month(time.Date.Month),
        LayoutPart.Month => CalendarNames.Short(CalendarNames.Month(time.Date.Month)),
        LayoutPart.NumericMonth => Number(time.Date.Month, 1),
        LayoutPart.ZeroMonth => Number(time.Date.Month, 2),
        LayoutPart.LongWeekday => CalendarNames.Weekday(time.Date.DayOfWeek),
        LayoutPart.Weekday => CalendarNames.Short(CalendarNames.Weekday(time.Date.DayOfWeek)),
        LayoutPart.Day => Number(time.Date.Day, 1),
        LayoutPart.UnderscoreDay => Number(time.Date.Day, 1).PadLeft(2),
        LayoutPart.ZeroDay => Number(time.Date.Day, 2),
        LayoutPart.UnderscoreYearDay => Number(time.Date.DayOfYear, 1).PadLeft(3),
        LayoutPart.ZeroYearDay => Number(time.Date.DayOfYear, 3),
        LayoutPart.Hour => Number(time.Hour, 2),
        LayoutPart.Hour12 => Number(TwelveHours(time.Hour), 1),
        LayoutPart.ZeroHour12 => Number(TwelveHours(time.Hour), 2),
        LayoutPart.Minute => Number(time.Minute, 1),
        LayoutPart.ZeroMinute => Number(time.Minute, 2),
        LayoutPart.Second => Number(time.Second, 1),
        LayoutPart.ZeroSecond => Number(time.Second, 2),
        LayoutPart.LongYear => Number(time.Date.Year, 4),
        LayoutPart.Year => Number((time.Date.Year % 100 + 100) % 100, 2),
        LayoutPart.UpperPm => time.Hour >= 12 ? "PM" : "AM",
        LayoutPart.LowerPm => time.Hour >= 12 ? "pm" : "am",
        _ => "",
    };

    private static int TwelveHours(int hour) => hour % 12 == 0 ? 12 : hour % 12;

    private static string Number(long value, int digits) => value.ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static void AppendFraction(StringBuilder output, int nanoseconds, LayoutChunk chunk)
    {
        var digits = chunk.Name.Length - 1;
        var text = Number(nanoseconds, 9).PadRight(digits, '0')[..digits];
        if (chunk.Part == LayoutPart.FractionNines)
        {
            text = text.TrimEnd('0');
            if (text.Length == 0)
            {
                return;
            }
        }

        output.Append(chunk.Name[0]).Append(text);
    }

    private static void AppendZone(StringBuilder output, GoTime time, LayoutPart part)
    {
        if (part == LayoutPart.ZoneName && time.Zone.Length > 0)
        {
            output.Append(time.Zone);
            return;
        }

        if (time.Offset == 0 && part is >= LayoutPart.IsoZone and <= LayoutPart.IsoColonSecondsZone)
        {
            output.Append('Z');
            return;
        }

        var seconds = Math.Abs(time.Offset);
        output.Append(time.Offset < 0 ? '-' : '+').Append(Number(seconds / 3600, 2));
        if (part is LayoutPart.IsoShortZone or LayoutPart.NumericShortZone)
        {
            return;
        }

        var colon = part is LayoutPart.IsoColonZone or LayoutPart.IsoColonSecondsZone or LayoutPart.NumericColonZone or LayoutPart.NumericColonSecondsZone
            ? ":"
            : "";
        output.Append(colon).Append(Number(seconds / 60 % 60, 2));
        if (part is LayoutPart.IsoSecondsZone or LayoutPart.IsoColonSecondsZone or LayoutPart.NumericSecondsZone or LayoutPart.NumericColonSecondsZone)
        {
            output.Append(colon).Append(Number(seconds % 60, 2));
        }
    }
}
