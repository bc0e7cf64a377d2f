using System.Globalization;
using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Lexing;
using Injector.Templates.Syntax;
using Injector.Templates.Values;

namespace Injector.Templates.Parsing;

/// <summary>Finds every form a number literal can take.</summary>
internal static class NumberReader
{
    /// <summary>Reads a literal; when it is none, <paramref name="error"/> says why.</summary>
    public static NumberConstant? Read(TokenKind kind, ReadOnlySpan<byte> text, out string error)
    {
        error = "";
        if (kind == TokenKind.CharConstant)
        {
            return Character(text, out error);
        }

        if (kind == TokenKind.Complex)
        {
            return Pair(text, out error);
        }

        if (text[^1] == 'i' && GoFloat.TryParse(text[..^1], out var imaginary) == FloatOutcome.Number)
        {
            return FromComplex(0, imaginary);
        }

        return Plain(text, out error);
    }

    private static NumberConstant? Character(ReadOnlySpan<byte> text, out string error)
    {
        error = "";
        if (!StringLiteral.TryReadCharacter(text[1..], '\'', out var rune, out var rest))
        {
            error = StringLiteral.InvalidSyntax;
            return null;
        }

        if (!rest.SequenceEqual("'"u8))
        {
            error = "malformed character constant: " + Encoding.UTF8.GetString(text);
            return null;
        }

        return new NumberConstant { Int = rune, Uint = (ulong)rune, Float = rune };
    }

    /// <summary>Real and imaginary part, each as long as what can be read as a float; what follows the letter is not looked at.</summary>
    private static NumberConstant? Pair(ReadOnlySpan<byte> text, out string error)
    {
        error = "syntax error scanning complex number";
        var real = text[..FloatLength(text)];
        var rest = text[real.Length..];
        if (!HasSign(rest))
        {
            return null;
        }

        var imaginary = rest[..(1 + FloatLength(rest[1..]))];
        return rest[imaginary.Length..].StartsWith("i"u8)
            && TryPart(real, out var realPart, out error)
            && TryPart(imaginary, out var imaginaryPart, out error)
                ? FromComplex(realPart, imaginaryPart)
                : null;
    }

    private static bool TryPart(ReadOnlySpan<byte> text, out double number, out string error)
    {
        var outcome = GoFloat.TryParse(text, out number);
        var problem = outcome == FloatOutcome.OutOfRange ? "value out of range" : "invalid syntax";
        error = outcome == FloatOutcome.Number ? "" : $"strconv.ParseFloat: parsing {Quoted(text)}: {problem}";
        return outcome == FloatOutcome.Number;
    }

    private static int FloatLength(ReadOnlySpan<byte> text)
    {
        var length = HasSign(text) ? 1 : 0;
        if (text[length..].StartsWith("i"u8))
        {
            // Taken for the start of an infinity, which the lexer lets nobody write.
            return length + 1;
        }

        var isHex = text[length..] is [(byte)'0', (byte)'x' or (byte)'X', ..];
        length += isHex ? 2 : 0;
        length += DigitCount(text[length..], isHex);
        if (length < text.Length && text[length] == '.')
        {
            length += 1 + DigitCount(text[(length + 1)..], isHex);
        }

        if (length < text.Length && (isHex ? "pP"u8 : "eEpP"u8).Contains(text[length]))
        {
            length += HasSign(text[(length + 1)..]) ? 2 : 1;
            length += DigitCount(text[length..], isHex: false);
        }

        return length;
    }

    private static int DigitCount(ReadOnlySpan<byte> text, bool isHex)
    {
        var end = text.IndexOfAnyExcept(isHex ? "0123456789abcdefABCDEF_"u8 : "0123456789_"u8);
        return end < 0 ? text.Length : end;
    }

    private static NumberConstant FromComplex(double real, double imaginary)
    {
        var number = new NumberConstant { Complex = new ComplexValue(real, imaginary) };
        return imaginary == 0 ? WithFloat(number, real) : number;
    }

    private static NumberConstant WithFloat(NumberConstant number, double value) => number with
    {
        Float = value,
        Int = value is >= -9223372036854775808d and < 9223372036854775808d && Math.Truncate(value) == value ? (long)value : null,
        Uint = value is >= 0 and < 18446744073709551616d && Math.Truncate(value) == value ? (ulong)value : null,
    };

    private static NumberConstant? Plain(ReadOnlySpan<byte> text, out string error)
    {
        error = "";
        if (TryInteger(text, out var magnitude, out var negative))
        {
            var fitsInt = negative ? magnitude <= 1UL << 63 : magnitude <= long.MaxValue;
            long? signed = fitsInt ? unchecked(negative ? -(long)magnitude : (long)magnitude) : null;
            ulong? unsigned = !HasSign(text) || signed == 0 ? magnitude : null;
            if (signed is not null || unsigned is not null)
            {
                return new NumberConstant { Int = signed, Uint = unsigned, Float = signed ?? (double?)unsigned };
            }
        }

        if (GoFloat.TryParse(text, out var number) == FloatOutcome.Number)
        {
            if (!text.ContainsAny(".eEpP"u8))
            {
                error = "integer overflow: " + Quoted(text);
                return null;
            }

            return WithFloat(new NumberConstant(), number);
        }

        error = "illegal number syntax: " + Quoted(text);
        return null;
    }

    private static bool HasSign(ReadOnlySpan<byte> text) => text is [(byte)'+' or (byte)'-', ..];

    private static string Quoted(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(GoQuote.Quote(text));

    private static bool TryInteger(ReadOnlySpan<byte> text, out ulong magnitude, out bool negative)
    {
        magnitude = 0;
        negative = text[0] == '-';
        var digits = HasSign(text) ? text[1..] : text;
        if (digits.IsEmpty || (digits.Contains((byte)'_') && !GoFloat.UnderscoresSeparateDigits(digits)))
        {
            return false;
        }

        var numberBase = 10u;
        if (digits[0] == '0' && digits.Length > 1)
        {
            numberBase = (digits[1] | 0x20) switch { 'x' => 16, 'b' => 2, _ => 8 };
            digits = digits[((digits[1] | 0x20) is 'x' or 'b' or 'o' ? 2 : 1)..];
        }

        return !digits.IsEmpty && TryDigits(digits, numberBase, out magnitude);
    }

    private static bool TryDigits(ReadOnlySpan<byte> digits, uint numberBase, out ulong magnitude)
    {
        magnitude = 0;
        foreach (var character in digits)
        {
            if (character == '_')
            {
                continue;
            }

            if (!uint.TryParse([character], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var digit) || digit >= numberBase)
            {
                return false;
            }

            if (magnitude > (ulong.MaxValue - digit) / numberBase)
            {
                return false;
            }

            magnitude = (magnitude * numberBase) + digit;
        }

        return true;
    }
}
