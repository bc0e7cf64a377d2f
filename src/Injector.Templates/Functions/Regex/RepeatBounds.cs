namespace Injector.Templates.Functions.Regex;

/// <summary>The numbers in <c>{2,5}</c>.</summary>
internal readonly record struct RepeatBounds(int Minimum, int Maximum)
{
    /// <summary>Largest count, also of nested repetitions multiplied.</summary>
    public const int Limit = 1000;

    private const int TooLarge = -2;

    public bool IsValid => Minimum is >= 0 and <= Limit && Maximum is >= PatternNode.Unbounded and <= Limit
        && (Maximum == PatternNode.Unbounded || Minimum <= Maximum);

    /// <summary>Reads bounds at a brace; if it is not a repetition the position stays.</summary>
    public static bool TryParse(PatternReader reader, out RepeatBounds bounds)
    {
        var start = reader.Position;
        if (TryParseBody(reader, out bounds))
        {
            return true;
        }

        reader.Position = start;
        return false;
    }

    private static bool TryParseBody(PatternReader reader, out RepeatBounds bounds)
    {
        bounds = default;
        reader.Position++;
        if (!TryParseNumber(reader, out var minimum))
        {
            return false;
        }

        var maximum = minimum;
        if (reader.Take((byte)','))
        {
            if (reader.Peek() == '}')
            {
                maximum = PatternNode.Unbounded;
            }
            else if (!TryParseNumber(reader, out maximum))
            {
                return false;
            }
        }

        bounds = new RepeatBounds(minimum, maximum);
        return reader.Take((byte)'}');
    }

    private static bool TryParseNumber(PatternReader reader, out int number)
    {
        number = 0;
        if (!char.IsAsciiDigit((char)reader.Peek()) || (reader.Peek() == '0' && char.IsAsciiDigit((char)reader.Peek(1))))
        {
            return false;
        }

        while (char.IsAsciiDigit((char)reader.Peek()))
        {
            number = number is TooLarge or >= 100_000_000 ? TooLarge : number * 10 + reader.Peek() - '0';
            reader.Position++;
        }

        return true;
    }

    /// <summary>True if nested counts multiplied stay within the limit.</summary>
    public static bool StaysBelowLimit(PatternNode node, int limit)
    {
        if (node.Kind == NodeKind.Repeat && node.Maximum != 0 && (node.Minimum, node.Maximum) is not ((0 or 1, -1) or (0, 1)))
        {
            var count = node.Maximum < 0 ? node.Minimum : node.Maximum;
            if (count > limit)
            {
                return false;
            }

            limit = count > 0 ? limit / count : limit;
        }

        foreach (var child in node.Children)
        {
            if (!StaysBelowLimit(child, limit))
            {
                return false;
            }
        }

        return true;
    }
}
