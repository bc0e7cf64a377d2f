using Injector.Templates.Values;

namespace Injector.Templates.Formatting;

/// <content>Floating point and complex numbers.</content>
internal sealed partial class Printer
{
    private void PrintFloat(Value owner, double number, int verb)
    {
        switch (verb)
        {
            case 'v':
                WriteFloat(number, 'g', FloatText.Shortest);
                break;
            case 'b' or 'g' or 'G' or 'x' or 'X':
                WriteFloat(number, (char)verb, FloatText.Shortest);
                break;
            case 'f' or 'e' or 'E' or 'F':
                WriteFloat(number, verb == 'F' ? 'f' : (char)verb, 6);
                break;
            default:
                BadVerb(owner, verb);
                break;
        }
    }

    private void PrintComplex(ComplexValue value, int verb)
    {
        if (verb is not ('v' or 'b' or 'g' or 'G' or 'x' or 'X' or 'f' or 'F' or 'e' or 'E'))
        {
            BadVerb(value, verb);
            return;
        }

        var plus = _flags.Plus;
        buffer.Append('(');
        PrintFloat(value, value.Real, verb);
        _flags.Plus = true;
        PrintFloat(value, value.Imaginary, verb);
        buffer.Append("i)"u8);
        _flags.Plus = plus;
    }

    private void WriteFloat(double number, char form, int precision)
    {
        precision = _flags.HasPrecision ? _flags.Precision : precision;
        using var text = new ByteBuffer(64);
        var sign = '+';
        if (double.IsNegative(number) && !double.IsNaN(number))
        {
            sign = '-';
            number = -number;
        }

        if (_flags.Space && sign == '+' && !_flags.Plus)
        {
            sign = ' ';
        }

        if (!double.IsFinite(number))
        {
            WriteSpecial(number, sign);
            return;
        }

        FloatText.Append(text, number, form, precision);
        if (_flags.Sharp && form != 'b')
        {
            KeepPoint(text, form, precision);
        }

        WriteSigned(text.Written, sign);
    }

    private void WriteSpecial(double number, char sign)
    {
        if (double.IsNaN(number))
        {
            PadWithBlanks(_flags.Plus ? "+NaN"u8 : _flags.Space ? " NaN"u8 : "NaN"u8);
            return;
        }

        PadWithBlanks(sign switch { '-' => "-Inf"u8, ' ' => " Inf"u8, _ => "+Inf"u8 });
    }

    private void WriteSigned(ReadOnlySpan<byte> digits, char sign)
    {
        if (!_flags.Plus && sign == '+')
        {
            Pad(digits);
            return;
        }

        if (_flags.Zero && !_flags.Minus && _flags.HasWidth && _flags.Width > digits.Length + 1)
        {
            buffer.Append(sign);
            WritePadding(_flags.Width - digits.Length - 1);
            buffer.Append(digits);
            return;
        }

        using var signed = new ByteBuffer(digits.Length + 1);
        signed.Append(sign);
        signed.Append(digits);
        Pad(signed.Written);
    }

    // The sharp flag: always a point, and for %g and %x the zeros that would be dropped.
    private static void KeepPoint(ByteBuffer text, char form, int precision)
    {
        var digits = form is 'g' or 'G' or 'x' ? (precision == FloatText.Shortest ? 6 : precision) : 0;
        var isHex = form is 'x' or 'X';
        var exponentAt = text.Written.IndexOfAny(isHex ? "pP"u8 : "eEpP"u8);
        var end = exponentAt < 0 ? text.Length : exponentAt;
        var tail = text.Written[end..].ToArray();
        var number = text.Written[..end];
        var hasPoint = number.Contains((byte)'.');
        var sawNonZero = false;
        foreach (var character in number)
        {
            sawNonZero |= character is not ((byte)'0' or (byte)'.');
            digits -= sawNonZero && character != '.' ? 1 : 0;
        }

        if (!hasPoint && number is [(byte)'0'])
        {
            digits--;
        }

        text.Truncate(end);
        if (!hasPoint)
        {
            text.Append('.');
        }

        text.AppendRepeated((byte)'0', Math.Max(0, digits));
        text.Append(tail);
    }
}
