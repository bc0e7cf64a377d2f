namespace Injector.Templates.Functions.Numbers;

/// <summary>Go's <c>strconv.ParseInt</c> and <c>ParseUint</c>.</summary>
internal static class GoInteger
{
    private const int FromPrefix = 0;

    /// <summary>Parses a signed number; base 0 means that the prefix decides, and then underscores are allowed.</summary>
    public static NumberSyntax ParseSigned(ReadOnlySpan<byte> text, int numberBase, out long value)
    {
        value = 0;
        var negative = text.StartsWith("-"u8);
        var digits = negative || text.StartsWith("+"u8) ? text[1..] : text;
        var outcome = ParseUnsigned(digits, numberBase, out var magnitude);
        if (outcome == NumberSyntax.InvalidSyntax)
        {
            return outcome;
        }

        const ulong Edge = 1UL << 63;
        if (outcome == NumberSyntax.OutOfRange || (negative ? magnitude > Edge : magnitude >= Edge))
        {
            value = negative ? long.MinValue : long.MaxValue;
            return NumberSyntax.OutOfRange;
        }

        value = negative ? unchecked(-(long)magnitude) : (long)magnitude;
        return NumberSyntax.Valid;
    }

    public static NumberSyntax ParseUnsigned(ReadOnlySpan<byte> text, int numberBase, out ulong value)
    {
        value = 0;
        var digits = text;
        var underscores = false;
        if (numberBase == FromPrefix)
        {
            (numberBase, var prefix) = Prefix(text);
            digits = text[prefix..];
            underscores = digits.Contains((byte)'_');
        }

        if (digits.IsEmpty)
        {
            return NumberSyntax.InvalidSyntax;
        }

        foreach (var letter in digits)
        {
            if (underscores && letter == '_')
            {
                continue;
            }

            var digit = Digit(letter);
            if (digit >= numberBase)
            {
                return NumberSyntax.InvalidSyntax;
            }

            var wide = (UInt128)value * (uint)numberBase + (uint)digit;
            if (wide > ulong.MaxValue)
            {
                // What follows is not looked at, not even when it is no digit.
                value = ulong.MaxValue;
                return NumberSyntax.OutOfRange;
            }

            value = (ulong)wide;
        }

        return underscores && !UnderscoresFit(text) ? NumberSyntax.InvalidSyntax : NumberSyntax.Valid;
    }

    private static (int Base, int Prefix) Prefix(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[0] != '0')
        {
            return (10, 0);
        }

        return (text.Length > 2 ? text[1] | 0x20 : 0) switch
        {
            'b' => (2, 2),
            'o' => (8, 2),
            'x' => (16, 2),
            _ => (8, 1),
        };
    }

    /// <summary>Underscores must stand between digits; a prefix counts as a digit.</summary>
    public static bool UnderscoresFit(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("-"u8) || text.StartsWith("+"u8))
        {
            text = text[1..];
        }

        var before = '^';
        var hexadecimal = false;
        var i = 0;
        if (text.Length >= 2 && text[0] == '0' && (text[1] | 0x20) is ('b' or 'o' or 'x'))
        {
            i = 2;
            before = '0';
            hexadecimal = (text[1] | 0x20) == 'x';
        }

        for (; i < text.Length; i++)
        {
            var isDigit = char.IsAsciiDigit((char)text[i]) || (hexadecimal && char.IsAsciiHexDigit((char)text[i]));
            var isUnderscore = text[i] == '_';
            if ((isUnderscore && before != '0') || (!isUnderscore && !isDigit && before == '_'))
            {
                return false;
            }

            before = isDigit ? '0' : isUnderscore ? '_' : '!';
        }

        return before != '_';
    }

    private static int Digit(byte letter) => letter switch
    {
        >= (byte)'0' and <= (byte)'9' => letter - '0',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 10,
        >= (byte)'A' and <= (byte)'Z' => letter - 'A' + 10,
        _ => int.MaxValue,
    };
}
