using System.Text;
using Injector.Templates.Functions.Dates;
using Injector.Templates.Values;

namespace Injector.Templates.Formatting;

/// <content>Whole numbers and characters.</content>
internal sealed partial class Printer
{
    private void PrintInteger(IntegerValue value, int verb)
    {
        if (!_flags.SharpV && !_isErroring && verb is 'v' or 's' or 'x' or 'X' or 'q' && NamedInteger.TextOf(value) is { } text)
        {
            PrintString(value, Encoding.UTF8.GetBytes(text), verb);
            return;
        }

        var isNegative = !value.IsUnsigned && value.Signed < 0;
        var magnitude = isNegative ? unchecked((ulong)-value.Signed) : value.Unsigned;
        switch (verb)
        {
            case 'v' when _flags.SharpV && value.IsUnsigned:
                WriteInteger(magnitude, isNegative: false, 16, verb, withPrefix: true);
                break;
            case 'v' or 'd':
                WriteInteger(magnitude, isNegative, 10, verb, _flags.Sharp);
                break;
            case 'b':
                WriteInteger(magnitude, isNegative, 2, verb, _flags.Sharp);
                break;
            case 'o' or 'O':
                WriteInteger(magnitude, isNegative, 8, verb, _flags.Sharp);
                break;
            case 'x' or 'X':
                WriteInteger(magnitude, isNegative, 16, verb, _flags.Sharp);
                break;
            case 'c':
                WriteCharacter(value.Unsigned);
                break;
            case 'q':
                WriteQuotedCharacter(value.Unsigned);
                break;
            case 'U':
                WriteCodePoint(value.Unsigned);
                break;
            default:
                BadVerb(value, verb);
                break;
        }
    }

    private void WriteInteger(ulong magnitude, bool isNegative, uint numberBase, int verb, bool withPrefix)
    {
        var hasSign = isNegative || _flags.Plus || _flags.Space;
        var precision = 0;
        if (_flags.HasPrecision)
        {
            precision = _flags.Precision;
            if (precision == 0 && magnitude == 0)
            {
                PadWithBlanks(default);
                return;
            }
        }
        else if (_flags.Zero && !_flags.Minus && _flags.HasWidth)
        {
            precision = _flags.Width - (hasSign ? 1 : 0);
        }

        // Digits, zeros up to the precision, a prefix of two and a sign.
        var capacity = Math.Max(64, precision) + 5;
        Span<byte> text = capacity <= 128 ? stackalloc byte[capacity] : new byte[capacity];
        var digits = verb == 'X' ? "0123456789ABCDEFX" : "0123456789abcdefx";
        var start = text.Length;
        do
        {
            text[--start] = (byte)digits[(int)(magnitude % numberBase)];
            magnitude /= numberBase;
        }
        while (magnitude > 0);

        while (precision > text.Length - start)
        {
            text[--start] = (byte)'0';
        }

        if (withPrefix)
        {
            WritePrefix(text, ref start, numberBase, digits[16]);
        }

        if (verb == 'O')
        {
            text[--start] = (byte)'o';
            text[--start] = (byte)'0';
        }

        if (hasSign)
        {
            text[--start] = (byte)(isNegative ? '-' : _flags.Plus ? '+' : ' ');
        }

        PadWithBlanks(text[start..]);
    }

    private static void WritePrefix(Span<byte> text, ref int start, uint numberBase, char hexLetter)
    {
        if (numberBase == 8)
        {
            if (text[start] != '0')
            {
                text[--start] = (byte)'0';
            }
        }
        else if (numberBase != 10)
        {
            text[--start] = (byte)(numberBase == 2 ? 'b' : hexLetter);
            text[--start] = (byte)'0';
        }
    }

    private static Rune RuneOf(ulong value) => value <= 0x10FFFF && Rune.IsValid((uint)value) ? new Rune((uint)value) : Rune.ReplacementChar;

    private void WriteCharacter(ulong value)
    {
        Span<byte> utf8 = stackalloc byte[4];
        Pad(utf8[..RuneOf(value).EncodeToUtf8(utf8)]);
    }

    private void WriteQuotedCharacter(ulong value)
    {
        using var quoted = new ByteBuffer(16);
        GoQuote.Append(quoted, RuneOf(value), _flags.Plus ? QuoteStyle.Ascii : QuoteStyle.Printable);
        Pad(quoted.Written);
    }

    private void WriteCodePoint(ulong value)
    {
        using var text = new ByteBuffer(32);
        var hex = value.ToString("X", System.Globalization.CultureInfo.InvariantCulture);
        var precision = _flags.HasPrecision && _flags.Precision > 4 ? _flags.Precision : 4;
        text.Append("U+"u8);
        text.AppendRepeated((byte)'0', Math.Max(0, precision - hex.Length));
        text.Append(hex);
        if (_flags.Sharp && value <= 0x10FFFF && Rune.IsValid((uint)value) && GoRune.IsPrintable(new Rune((uint)value)))
        {
            text.Append(" '"u8);
            text.Append(new Rune((uint)value));
            text.Append('\'');
        }

        PadWithBlanks(text.Written);
    }
}
