using System.Text;
using Injector.Templates.Values;

namespace Injector.Templates.Formatting;

/// <content>Texts: padded, cut, quoted, or as hexadecimal digits.</content>
internal sealed partial class Printer
{
    private void PrintString(Value owner, ReadOnlySpan<byte> text, int verb)
    {
        switch (verb)
        {
            case 'v' when _flags.SharpV:
            case 'q':
                PrintQuoted(text);
                break;
            case 'v' or 's':
                Pad(Cut(text));
                break;
            case 'x' or 'X':
                PrintHex(text, verb == 'x' ? "0123456789abcdefx" : "0123456789ABCDEFX");
                break;
            default:
                BadVerb(owner, verb);
                break;
        }
    }

    private void PrintText(string text) => Pad(Cut(Encoding.UTF8.GetBytes(text)));

    private void PrintQuoted(ReadOnlySpan<byte> text)
    {
        text = Cut(text);
        using var quoted = new ByteBuffer(text.Length + 16);
        if (_flags.Sharp && GoQuote.CanBackQuote(text))
        {
            quoted.Append('`');
            quoted.Append(text);
            quoted.Append('`');
        }
        else
        {
            GoQuote.Append(quoted, text, _flags.Plus ? QuoteStyle.Ascii : QuoteStyle.Printable);
        }

        Pad(quoted.Written);
    }

    private void PrintHex(ReadOnlySpan<byte> text, string digits)
    {
        if (_flags.HasPrecision && _flags.Precision < text.Length)
        {
            text = text[.._flags.Precision];
        }

        var width = HexWidth(text.Length);
        if (!_flags.Minus)
        {
            WritePadding(_flags.Width - width);
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (_flags.Space && i > 0)
            {
                buffer.Append(' ');
            }

            if (_flags.Sharp && (_flags.Space || i == 0))
            {
                buffer.Append('0');
                buffer.Append(digits[16]);
            }

            buffer.Append(digits[text[i] >> 4]);
            buffer.Append(digits[text[i] & 0xF]);
        }

        if (_flags.Minus)
        {
            WritePadding(_flags.Width - width);
        }
    }

    private int HexWidth(int length)
    {
        if (length == 0)
        {
            return 0;
        }

        var width = 2 * length;
        if (_flags.Space)
        {
            return (_flags.Sharp ? width * 2 : width) + length - 1;
        }

        return _flags.Sharp ? width + 2 : width;
    }

    private ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> text)
    {
        if (!_flags.HasPrecision)
        {
            return text;
        }

        var kept = 0;
        for (var left = _flags.Precision; left > 0 && kept < text.Length; left--)
        {
            GoRune.Decode(text[kept..], out _, out var length);
            kept += length;
        }

        return text[..kept];
    }

    private void Pad(string ascii)
    {
        if (_flags.HasWidth)
        {
            Pad(Encoding.UTF8.GetBytes(ascii));
        }
        else
        {
            buffer.Append(ascii);
        }
    }

    private void Pad(ReadOnlySpan<byte> text)
    {
        if (!_flags.HasWidth || _flags.Width == 0)
        {
            buffer.Append(text);
            return;
        }

        var padding = _flags.Width - GoRune.Count(text);
        if (!_flags.Minus)
        {
            WritePadding(padding);
        }

        buffer.Append(text);
        if (_flags.Minus)
        {
            WritePadding(padding);
        }
    }

    private void WritePadding(int count)
    {
        if (count > 0 && _flags.HasWidth)
        {
            buffer.AppendRepeated((byte)(_flags.Zero && !_flags.Minus ? '0' : ' '), count);
        }
    }

    private void PadWithBlanks(ReadOnlySpan<byte> text)
    {
        var zero = _flags.Zero;
        _flags.Zero = false;
        Pad(text);
        _flags.Zero = zero;
    }
}
