namespace Injector.Templates.Functions.Regex;

/// <summary>Parses character classes and escapes at the position of a reader.</summary>
internal sealed class ClassParser(PatternReader reader)
{
    /// <summary>Parses <c>[…]</c>.</summary>
    public List<ClassItem> ParseBrackets(out bool negated)
    {
        var start = reader.Position;
        var items = new List<ClassItem>();
        reader.Position++;
        negated = reader.Take((byte)'^');
        for (var first = true; first || reader.Peek() != ']' || reader.AtEnd; first = false)
        {
            items.Add(TryParsePosix(out var item) || TryParseClassEscape(out item) ? item : ParseRange(start));
        }

        reader.Position++;
        return items;
    }

    /// <summary>Parses <c>\d \s \w \pL \p{Greek}</c> and their negations.</summary>
    public bool TryParseClassEscape(out ClassItem item)
    {
        item = ClassItem.Range(0, 0);
        if (reader.Peek() != '\\')
        {
            return false;
        }

        if (reader.Peek(1) is (byte)'p' or (byte)'P')
        {
            item = ParseUnicodeClass();
            return true;
        }

        if (NamedClasses.Perl(reader.Peek(1)) is not { } perl)
        {
            return false;
        }

        reader.Position += 2;
        item = perl;
        return true;
    }

    private ClassItem ParseUnicodeClass()
    {
        var start = reader.Position;
        var negated = reader.Peek(1) == 'P';
        reader.Position += 2;
        var nameStart = reader.Position;
        var nameEnd = nameStart;
        if (reader.NextRune() == '{')
        {
            var length = reader.Rest.IndexOf((byte)'}');
            if (length < 0)
            {
                reader.Position += reader.Rest.Length;
                throw reader.Fail(RegexSyntaxException.InvalidCharRange, start);
            }

            nameStart = reader.Position;
            nameEnd = nameStart + length;
            reader.Position = nameEnd + 1;
        }
        else
        {
            nameEnd = reader.Position;
        }

        var name = reader.Bytes(nameStart, nameEnd);
        if (name.StartsWith("^"u8))
        {
            negated = !negated;
            name = name[1..];
        }

        return UnicodeClasses.Find(name, negated) ?? throw reader.Fail(RegexSyntaxException.InvalidCharRange, start);
    }

    private bool TryParsePosix(out ClassItem item)
    {
        item = ClassItem.Range(0, 0);
        var rest = reader.Rest;
        if (rest.Length <= 2 || rest[0] != '[' || rest[1] != ':')
        {
            return false;
        }

        var length = rest[2..].IndexOf(":]"u8);
        if (length < 0)
        {
            return false;
        }

        var start = reader.Position;
        reader.Position += length + 4;
        item = NamedClasses.Posix(rest.Slice(2, length)) ?? throw reader.Fail(RegexSyntaxException.InvalidCharRange, start);
        return true;
    }

    private ClassItem ParseRange(int classStart)
    {
        var start = reader.Position;
        var low = ParseMember(classStart);
        if (reader.Peek() != '-' || reader.Peek(1) is (byte)']' || reader.Rest.Length < 2)
        {
            return ClassItem.Range(low, low);
        }

        reader.Position++;
        var high = ParseMember(classStart);
        return high < low ? throw reader.Fail(RegexSyntaxException.InvalidCharRange, start) : ClassItem.Range(low, high);
    }

    private int ParseMember(int classStart)
    {
        if (reader.AtEnd)
        {
            throw reader.Fail(RegexSyntaxException.MissingBracket, classStart);
        }

        return reader.Peek() == '\\' ? ParseEscape() : reader.NextRune();
    }

    /// <summary>Parses an escape that stands for one code point.</summary>
    public int ParseEscape()
    {
        var start = reader.Position;
        reader.Position++;
        if (reader.AtEnd)
        {
            throw new RegexSyntaxException(RegexSyntaxException.TrailingBackslash, "");
        }

        var letter = reader.NextRune();
        return letter switch
        {
            'a' => '\a',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            'x' => ParseHexadecimal(start),
            '0' => ParseOctal(0),
            >= '1' and <= '7' when IsOctal(reader.Peek()) => ParseOctal(letter - '0'),
            < 0x80 when !char.IsAsciiLetterOrDigit((char)letter) => letter,
            _ => throw reader.Fail(RegexSyntaxException.InvalidEscape, start),
        };
    }

    private int ParseOctal(int value)
    {
        for (var i = 1; i < 3 && IsOctal(reader.Peek()); i++)
        {
            value = value * 8 + reader.Peek() - '0';
            reader.Position++;
        }

        return value;
    }

    private int ParseHexadecimal(int start)
    {
        var letter = NextDigitRune(start);
        if (letter != '{')
        {
            var high = HexadecimalDigit(letter);
            var low = HexadecimalDigit(NextDigitRune(start));
            return high < 0 || low < 0 ? throw reader.Fail(RegexSyntaxException.InvalidEscape, start) : high * 16 + low;
        }

        var value = 0;
        for (var count = 0; ; count++)
        {
            letter = NextDigitRune(start);
            if (letter == '}' && count > 0)
            {
                return value;
            }

            var digit = HexadecimalDigit(letter);
            value = value * 16 + digit;
            if (digit < 0 || value > ClassItem.LargestRune)
            {
                throw reader.Fail(RegexSyntaxException.InvalidEscape, start);
            }
        }
    }

    private int NextDigitRune(int start) =>
        reader.AtEnd ? throw reader.Fail(RegexSyntaxException.InvalidEscape, start) : reader.NextRune();

    private static int HexadecimalDigit(int letter) => letter < 0x80 && char.IsAsciiHexDigit((char)letter)
        ? Convert.ToInt32(((char)letter).ToString(), 16)
        : -1;

    private static bool IsOctal(byte letter) => letter is >= (byte)'0' and <= (byte)'7';
}
