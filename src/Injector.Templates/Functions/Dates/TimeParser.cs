using System.Globalization;
using System.Text;

namespace Injector.Templates.Functions.Dates;

/// <summary>Reads times by Go layouts. Problems have Go's texts.</summary>
internal sealed class TimeParser
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
                return _rest.Length > 0 ? With($": extra text: {Quote(_rest)}") : Settle();
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
        LayoutPart.Year => ReadDigits(2, out _year) && Shorten(ref _year),
        LayoutPart.LongYear => ReadDigits(4, out _year),
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
        >= LayoutPart.IsoZone and <= LayoutPart.IsoColonSecondsZone when _rest.StartsWith('Z') => ReadUtc(1),
        _ => ReadOffset(chunk.Part),
    };

    private bool SkipPrefix(string prefix)
    {
        while (prefix.Length > 0)
        {
            if (prefix[0] == ' ')
            {
                if (_rest.Length > 0 && _rest[0] != ' ')
                {
                    return false;
                }

                prefix = prefix.TrimStart(' ');
                _rest = _rest.TrimStart(' ');
                continue;
            }

            if (_rest.Length == 0 || _rest[0] != prefix[0])
            {
                return false;
            }

            prefix = prefix[1..];
            _rest = _rest[1..];
        }

        return true;
    }

    private bool SkipBlank(int count)
    {
        for (var i = 0; i < count && _rest.StartsWith(' '); i++)
        {
            _rest = _rest[1..];
        }

        return true;
    }

    private bool ReadDigits(int count, out long value)
    {
        value = 0;
        return _rest.Length >= count
            && long.TryParse(Take(count), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private string Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static bool Shorten(ref long year)
    {
        year += year >= 69 ? 1900 : 2000;
        return true;
    }

    private bool ReadName(int count, bool isShort, Func<int, string> name, out int index)
    {
        for (index = 0; index < count; index++)
        {
            var candidate = isShort ? CalendarNames.Short(name(index)) : name(index);
            if (_rest.StartsWith(candidate, StringComparison.OrdinalIgnoreCase))
            {
                _rest = _rest[candidate.Length..];
                return true;
            }
        }

        index = -1;
        return false;
    }

    private bool ReadNumber(bool fixedWidth, out int value)
    {
        value = 0;
        var digits = _rest.Length > 1 && char.IsAsciiDigit(_rest[1]) ? 2 : 1;
        if (_rest.Length == 0 || !char.IsAsciiDigit(_rest[0]) || (fixedWidth && digits < 2))
        {
            return false;
        }

        value = int.Parse(Take(digits), NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    private bool ReadYearDay(bool fixedWidth)
    {
        var digits = 0;
        while (digits < 3 && digits < _rest.Length && char.IsAsciiDigit(_rest[digits]))
        {
            digits++;
        }

        if (digits == 0 || (fixedWidth && digits != 3))
        {
            return false;
        }

        _yearDay = int.Parse(Take(digits), NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    private bool Within(int value, int low, int high, string name)
    {
        _outOfRange = value < low || value > high ? name : _outOfRange;
        return true;
    }

    private bool ReadSecond(LayoutChunk chunk)
    {
        if (!ReadNumber(chunk.Part == LayoutPart.ZeroSecond, out _second) || !Within(_second, 0, 59, "second"))
        {
            return false;
        }

        // A fraction may follow although the layout has none.
        return _rest.Length < 2 || _rest[0] is not ('.' or ',') || !char.IsAsciiDigit(_rest[1])
            || LayoutChunk.Next(chunk.Rest).Part is LayoutPart.FractionZeros or LayoutPart.FractionNines
            || ReadFraction(FractionLength());
    }

    private int FractionLength()
    {
        var length = 1;
        while (length < _rest.Length && char.IsAsciiDigit(_rest[length]))
        {
            length++;
        }

        return length;
    }

    private bool ReadFraction(int length)
    {
        if (_rest.Length < length || _rest[0] is not ('.' or ','))
        {
            return false;
        }

        var digits = Take(length)[1..];
        if (!digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        _nanoseconds = int.Parse(digits.PadRight(9, '0')[..9], NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    private bool ReadHalf(string am, string pm)
    {
        _isPm = _rest.StartsWith(pm, StringComparison.Ordinal);
        _isAm = _rest.StartsWith(am, StringComparison.Ordinal);
        return (_isAm || _isPm) && Take(2).Length > 0;
    }

    private bool ReadUtc(int length)
    {
        _isUtc = true;
        return Take(length).Length > 0;
    }

    private bool ReadZoneName()
    {
        if (_rest.StartsWith("UTC", StringComparison.Ordinal))
        {
            return ReadUtc(3);
        }

        var length = ZoneName.Length(_rest);
        _zone = length > 0 ? Take(length) : "";
        return length > 0;
    }

    private bool ReadOffset(LayoutPart part)
    {
        var pattern = part switch
        {
            LayoutPart.IsoShortZone or LayoutPart.NumericShortZone => "shh",
            LayoutPart.IsoColonZone or LayoutPart.NumericColonZone => "shh:mm",
            LayoutPart.IsoSecondsZone or LayoutPart.NumericSecondsZone => "shhmmss",
            LayoutPart.IsoColonSecondsZone or LayoutPart.NumericColonSecondsZone => "shh:mm:ss",
            _ => "shhmm",
        };
        if (_rest.Length < pattern.Length || _rest[0] is not ('+' or '-'))
        {
            return false;
        }

        var numbers = new StringBuilder();
        for (var i = 1; i < pattern.Length; i++)
        {
            if (pattern[i] == ':' ? _rest[i] != ':' : !char.IsAsciiDigit(_rest[i]))
            {
                return false;
            }

            numbers.Append(pattern[i] == ':' ? "" : _rest[i]);
        }

        var digits = numbers.Append("0000").ToString();
        var (hours, minutes, seconds) = (TwoDigits(digits, 0), TwoDigits(digits, 2), TwoDigits(digits, 4));
        Within(hours, 0, 24, "time zone offset hour");
        Within(minutes, 0, 60, "time zone offset minute");
        Within(seconds, 0, 60, "time zone offset second");
        _offset = ((hours * 60 + minutes) * 60 + seconds) * (_rest[0] == '-' ? -1 : 1);
        return Take(pattern.Length).Length > 0;
    }

    private static int TwoDigits(string digits, int at) => (digits[at] - '0') * 10 + digits[at + 1] - '0';

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
            return offset == 0 && _zone is "" or "UTC" ? shifted : shifted.InZone(offset, _zone);
        }

        return _zone.Length > 0 ? ZoneName.Apply(time, _zone) : time;
    }

    private string Cannot(string rest, string name) =>
        $"parsing time {Quote(_text)} as {Quote(_layout)}: cannot parse {Quote(rest)} as {Quote(name)}";

    private string With(string message) => $"parsing time {Quote(_text)}{message}";

    /// <summary>Go's own quoting in the time package: everything that is not printable ASCII becomes escaped bytes.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in Encoding.UTF8.GetBytes(text))
        {
            if (letter is < 0x20 or >= 0x7F)
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\x{letter:x2}");
            }
            else
            {
                quoted.Append(letter is (byte)'"' or (byte)'\\' ? "\\" : "").Append((char)letter);
            }
        }

        return quoted.Append('"').ToString();
    }
}
