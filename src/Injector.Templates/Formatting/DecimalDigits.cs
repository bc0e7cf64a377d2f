using System.Globalization;

namespace Injector.Templates.Formatting;

/// <summary>A number as 0.ddd × 10^<see cref="Point"/>, without zeros at the end; zero has no digits.</summary>
internal readonly struct DecimalDigits
{
    private readonly byte[] _digits;

    private DecimalDigits(byte[] digits, int count, int point, bool isShortest)
    {
        while (count > 0 && digits[count - 1] == '0')
        {
            count--;
        }

        _digits = digits;
        Count = count;
        Point = count == 0 ? 0 : point;
        IsShortest = isShortest;
    }

    /// <summary>Number of digits.</summary>
    public int Count { get; }

    /// <summary>Where the decimal point stands, counted in digits from the first one.</summary>
    public int Point { get; }

    public bool IsShortest { get; }

    /// <summary>The digit at <paramref name="index"/>; beyond the ends it is a zero.</summary>
    public byte this[int index] => (uint)index < (uint)Count ? _digits[index] : (byte)'0';

    /// <summary>The fewest digits that read back as <paramref name="number"/>.</summary>
    public static DecimalDigits Shortest(double number)
    {
        Span<byte> text = stackalloc byte[32];
        number.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        return FromText(text[..length]);
    }

    /// <summary>All digits of <paramref name="number"/>: there may be several hundred.</summary>
    public static DecimalDigits Exact(double number)
    {
        if (number == 0)
        {
            return new DecimalDigits([], 0, 0, isShortest: false);
        }

        var (digits, point) = ExactDecimal.Expand(number);
        return new DecimalDigits(digits, digits.Length, point, isShortest: false);
    }

    /// <summary>Rounds to <paramref name="count"/> digits, half to even.</summary>
    public DecimalDigits RoundTo(int count)
    {
        if (count >= Count)
        {
            return this;
        }

        if (count < 0 || Count == 0)
        {
            return new DecimalDigits([], 0, 0, isShortest: false);
        }

        var kept = _digits[..count];
        if (!RoundsUp(count))
        {
            return new DecimalDigits(kept, count, Point, isShortest: false);
        }

        for (var i = count - 1; i >= 0; i--)
        {
            if (kept[i] < '9')
            {
                kept[i]++;
                return new DecimalDigits(kept, i + 1, Point, isShortest: false);
            }
        }

        return new DecimalDigits([(byte)'1'], 1, Point + 1, isShortest: false);
    }

    private bool RoundsUp(int count)
    {
        if (_digits[count] == '5' && count + 1 == Count)
        {
            return count > 0 && (_digits[count - 1] - '0') % 2 != 0;
        }

        return _digits[count] >= '5';
    }

    // Takes "123.45" or "1.2345E-07" apart.
    private static DecimalDigits FromText(ReadOnlySpan<byte> text)
    {
        var exponent = 0;
        var letter = text.IndexOf((byte)'E');
        if (letter >= 0)
        {
            exponent = int.Parse(text[(letter + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..letter];
        }

        var digits = new byte[text.Length];
        var count = 0;
        var point = -1;
        foreach (var character in text)
        {
            if (character == '.')
            {
                point = count;
            }
            else
            {
                digits[count++] = character;
            }
        }

        point = (point < 0 ? count : point) + exponent;
        var zeros = digits.AsSpan(0, count).IndexOfAnyExcept((byte)'0');
        if (zeros < 0)
        {
            return new DecimalDigits([], 0, 0, isShortest: true);
        }

        return new DecimalDigits(digits[zeros..count], count - zeros, point - zeros, isShortest: true);
    }
}
