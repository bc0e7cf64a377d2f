using System.Globalization;

namespace Injector.Templates.Functions.Dates;

/// <summary>Reads times by Go layouts. Problems have Go's texts.</summary>
internal sealed partial class TimeParser
{
    private readonly string _layout;
    private readonly string _text;
    private string _rest;
    private long _year;
    private int _month = -1;
    private int _day = -1;
    private int _yearDay = -1;
    private int _hour;
    private int _minute;
    private int _second;
    private int _nanoseconds;
    private bool _isAm;
    private bool _isPm;
    private bool _isUtc;
    private int? _offset;
    private string _zone = "";
    private string? _outOfRange;

    private TimeParser(string layout, string text) => (_layout, _text, _rest) = (layout, text, text);

    /// <summary>Reads a time; without a zone in it, it is UTC.</summary>
    public static GoTime? Parse(string layout, string text, out string problem)
    {
        var parser = new TimeParser(layout, text);
        problem = parser.Read() ?? "";
        return problem.Length == 0 ? parser.Result() : null;
    }

    private string? Read()
    {
        var chunk = LayoutChunk.Next(_layout);
        for (; ; chunk = LayoutChunk.Next(chunk.Rest))
        {
            if (!SkipPrefix(chunk.Prefix))
            {
                return Cannot(_rest, chunk.Prefix);
            }

            if (chunk.Part == LayoutPart.None)
            {
                return _rest.Length > 0 ? With($": extra text: {TimeQuote.Of(_rest)}") : Settle();
            }

            var before = _rest;
            var understood = ReadPart(chunk);
            if (_outOfRange is not null)
            {
                return With($": {_outOfRange} out of range");
            }

            if (!understood)
            {
                return Cannot(before, chunk.Name);
            }
        }
    }

    private bool ReadPart(LayoutChunk chunk) => chunk.Part switch
    {
        LayoutPart.Year => ReadDigits(2, NumberStyles.AllowLeadingSign, out _year) && Shorten(ref _year),
        LayoutPart.LongYear => ReadDigits(4, NumberStyles.None, out _year),
        LayoutPart.LongMonth or LayoutPart.Month => ReadName(12, chunk.Part == LayoutPart.Month, static i => CalendarNames.Month(i + 1), out _month) && ++_month > 0,
        LayoutPart.NumericMonth or LayoutPart.ZeroMonth => ReadNumber(chunk.Part == LayoutPart.ZeroMonth, out _month) && Within(_month, 1, 12, "month"),
        LayoutPart.LongWeekday or LayoutPart.Weekday => ReadName(7, chunk.Part == LayoutPart.Weekday, CalendarNames.Weekday, out _),
        LayoutPart.UnderscoreDay => SkipBlank(1) && ReadNumber(fixedWidth: false, out _day),
        LayoutPart.Day or LayoutPart.ZeroDay => ReadNumber(chunk.Part == LayoutPart.ZeroDay, out _day),
        LayoutPart.UnderscoreYearDay => SkipBlank(2) && ReadYearDay(fixedWidth: false),
        LayoutPart.ZeroYearDay => ReadYearDay(fixedWidth: true),
        LayoutPart.Hour => ReadNumber(fixedWidth: false, out _hour) && Within(_hour, 0, 23, "hour"),
        LayoutPart.Hour12 or LayoutPart.ZeroHour12 => ReadNumber(chunk.Part == LayoutPart.ZeroHour12, out _hour) && Within(_hour, 0, 12, "hour"),
        LayoutPart.Minute or LayoutPart.ZeroMinute => ReadNumber(chunk.Part == LayoutPart.ZeroMinute, out _minute) && Within(_minute, 0, 59, "minute"),
        LayoutPart.Second or LayoutPart.ZeroSecond => ReadSecond(chunk),
        LayoutPart.UpperPm => ReadHalf("AM", "PM"),
        LayoutPart.LowerPm => ReadHalf("am", "pm"),
        LayoutPart.ZoneName => ReadZoneName(),
        LayoutPart.FractionZeros => ReadFraction(chunk.Name.Length),
        LayoutPart.FractionNines => _rest.Length < 2 || _rest[0] is not ('.' or ',') || !char.IsAsciiDigit(_rest[1]) || ReadFraction(FractionLength()),
        LayoutPart.IsoZone or LayoutPart.IsoShortZone or LayoutPart.IsoColonZone when _rest.StartsWith('Z') => ReadUtc(1),
        _ => ReadOffset(chunk.Part),
    };

    private string? Settle()
    {
        if (_isPm && _hour < 12)
        {
            _hour += 12;
        }
        else if (_isAm && _hour == 12)
        {
            _hour = 0;
        }

        if (_yearDay >= 0 && SettleYearDay() is { } problem)
        {
            return problem;
        }

        _month = _month < 0 ? 1 : _month;
        _day = _day < 0 ? 1 : _day;
        return _day < 1 || _day > CivilDate.DaysIn(_month, _year) ? With(": day out of range") : null;
    }

    private string? SettleYearDay()
    {
        if (_yearDay < 1 || _yearDay > 337 + CivilDate.DaysIn(2, _year))
        {
            return With(": day-of-year out of range");
        }

        var date = CivilDate.FromDays(new CivilDate(_year, 1, 1).ToDays() + _yearDay - 1);
        if ((_month >= 0 && _month != date.Month) || (_day >= 0 && _day != date.Day))
        {
            return With(_month >= 0 && _month != date.Month ? ": day-of-year does not match month" : ": day-of-year does not match day");
        }

        (_month, _day) = (date.Month, date.Day);
        return null;
    }

    private GoTime Result()
    {
        var time = GoTime.Utc(_year, _month, _day, _hour, _minute, _second, _nanoseconds);
        if (_isUtc)
        {
            return time;
        }

        if (_offset is { } offset)
        {
            var shifted = time with { Seconds = time.Seconds - offset };
            return offset == 0 && _zone is "" or "UTC" ? shifted with { IsLocal = true } : shifted.InZone(offset, _zone);
        }

        return _zone.Length > 0 ? ZoneName.Apply(time, _zone) : time with { IsLocal = true };
    }

    private string Cannot(string rest, string name) =>
        $"parsing time {TimeQuote.Of(_text)} as {TimeQuote.Of(_layout)}: cannot parse {TimeQuote.Of(rest)} as {TimeQuote.Of(name)}";

    private string With(string message) => $"parsing time {TimeQuote.Of(_text)}{message}";
}
