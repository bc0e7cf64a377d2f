using System.Globalization;
using System.Text;

namespace Injector.Templates.Functions.Dates;

/// <content>Reading of single parts.</content>
internal sealed partial class TimeParser
{
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

    private bool ReadDigits(int count, NumberStyles styles, out long value)
    {
        value = 0;
        return _rest.Length >= count
            && long.TryParse(Take(count), styles, CultureInfo.InvariantCulture, out value);
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
        var (isAm, isPm) = (_rest.StartsWith(am, StringComparison.Ordinal), _rest.StartsWith(pm, StringComparison.Ordinal));
        _isAm |= isAm;
        _isPm |= isPm;
        return (isAm || isPm) && Take(2).Length > 0;
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
        if (_rest.Length < pattern.Length)
        {
            return false;
        }

        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == ':' && _rest[i] != ':')
            {
                return false;
            }
        }

        // The sign comes last: what is out of range is told before it.
        var (minutes, seconds) = (0, 0);
        if (!ReadOffsetPart(pattern, 'h', 24, "time zone offset hour", out var hours)
            || !ReadOffsetPart(pattern, 'm', 60, "time zone offset minute", out minutes)
            || !ReadOffsetPart(pattern, 's', 60, "time zone offset second", out seconds)
            || _rest[0] is not ('+' or '-'))
        {
            return false;
        }

        _offset = ((hours * 60 + minutes) * 60 + seconds) * (_rest[0] == '-' ? -1 : 1);
        return Take(pattern.Length).Length > 0;
    }

    private bool ReadOffsetPart(string pattern, char letter, int highest, string name, out int value)
    {
        value = 0;
        var at = pattern.IndexOf(letter, 1);
        return at < 0
            || (int.TryParse(_rest.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture, out value) && Within(value, 0, highest, name));
    }
}
