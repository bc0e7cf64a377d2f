using System.Text;
using Injector.Templates.Values;

namespace Injector.Templates.Formatting;

/// <summary>Carries out a format string of <c>printf</c>.</summary>
internal ref struct FormatString
{
    private const int MaximumNumber = 1_000_000;

    private readonly ByteBuffer _buffer;
    private readonly Printer _printer;
    private readonly ReadOnlySpan<byte> _format;
    private readonly ReadOnlySpan<Value> _arguments;
    private int _position;
    private int _argument;
    private bool _afterIndex;
    private bool _goodIndex;
    private bool _reordered;

    private FormatString(ByteBuffer buffer, ReadOnlySpan<byte> format, ReadOnlySpan<Value> arguments)
    {
        _buffer = buffer;
        _printer = new Printer(buffer);
        _format = format;
        _arguments = arguments;
    }

    /// <summary>Appends what the format makes of the arguments.</summary>
    public static void Append(ByteBuffer buffer, ReadOnlySpan<byte> format, ReadOnlySpan<Value> arguments)
    {
        var run = new FormatString(buffer, format, arguments);
        run.Run();
    }

    private void Run()
    {
        while (true)
        {
            var percent = _format[_position..].IndexOf((byte)'%');
            if (percent < 0)
            {
                _buffer.Append(_format[_position..]);
                break;
            }

            _buffer.Append(_format.Slice(_position, percent));
            _position += percent + 1;
            if (!TryDirective())
            {
                break;
            }
        }

        if (!_reordered && _argument < _arguments.Length)
        {
            ReportExtra();
        }
    }

    // False at the end of the format.
    private bool TryDirective()
    {
        _goodIndex = true;
        _afterIndex = false;
        var flags = ReadFlags();
        ReadIndex();
        ReadWidth(ref flags);
        ReadPrecision(ref flags);
        if (!_afterIndex)
        {
            ReadIndex();
        }

        if (_position >= _format.Length)
        {
            _buffer.Append("%!(NOVERB)"u8);
            return false;
        }

        GoRune.Decode(_format[_position..], out var verb, out var length);
        _position += length;
        Print(verb, flags);
        return true;
    }

    private void Print(Rune verb, FormatFlags flags)
    {
        if (verb.Value == '%')
        {
            _buffer.Append('%');
        }
        else if (!_goodIndex)
        {
            Mistake(verb, "(BADINDEX)"u8);
        }
        else if (_argument >= _arguments.Length)
        {
            Mistake(verb, "(MISSING)"u8);
        }
        else
        {
            if (verb.Value is 'v' or 'w')
            {
                flags.ForVerbV();
            }

            _printer.Print(_arguments[_argument++], verb.Value, flags);
        }
    }

    private readonly void Mistake(Rune verb, ReadOnlySpan<byte> text)
    {
        _buffer.Append("%!"u8);
        _buffer.Append(verb);
        _buffer.Append(text);
    }

    private FormatFlags ReadFlags()
    {
        var flags = default(FormatFlags);
        for (; _position < _format.Length; _position++)
        {
            switch (_format[_position])
            {
                case (byte)'#':
                    flags.Sharp = true;
                    break;
                case (byte)'0':
                    flags.Zero = true;
                    break;
                case (byte)'+':
                    flags.Plus = true;
                    break;
                case (byte)'-':
                    flags.Minus = true;
                    break;
                case (byte)' ':
                    flags.Space = true;
                    break;
                default:
                    return flags;
            }
        }

        return flags;
    }

    private void ReadWidth(ref FormatFlags flags)
    {
        if (TryTake('*'))
        {
            flags.HasWidth = TryIntegerArgument(out flags.Width);
            if (!flags.HasWidth)
            {
                _buffer.Append("%!(BADWIDTH)"u8);
            }

            if (flags.Width < 0)
            {
                flags.Width = -flags.Width;
                flags.Minus = true;
                flags.Zero = false;
            }

            _afterIndex = false;
            return;
        }

        flags.HasWidth = TryNumber(_format.Length, out flags.Width);
        _goodIndex &= !(_afterIndex && flags.HasWidth);
    }

    private void ReadPrecision(ref FormatFlags flags)
    {
        // A dot that ends the format is taken for the verb.
        if (_position == _format.Length - 1 || !TryTake('.'))
        {
            return;
        }

        _goodIndex &= !_afterIndex;
        ReadIndex();
        if (TryTake('*'))
        {
            flags.HasPrecision = TryIntegerArgument(out flags.Precision);
            if (flags.Precision < 0)
            {
                flags.Precision = 0;
                flags.HasPrecision = false;
            }

            if (!flags.HasPrecision)
            {
                _buffer.Append("%!(BADPREC)"u8);
            }

            _afterIndex = false;
            return;
        }

        if (!TryNumber(_format.Length, out flags.Precision))
        {
            flags.Precision = 0;
        }

        flags.HasPrecision = true;
    }

    private bool TryTake(char character)
    {
        if (_position >= _format.Length || _format[_position] != character)
        {
            return false;
        }

        _position++;
        return true;
    }

    // "[3]" chooses the argument.
    private void ReadIndex()
    {
        _afterIndex = false;
        if (_position >= _format.Length || _format[_position] != '[')
        {
            return;
        }

        _reordered = true;
        var close = _format.Length - _position < 3 ? -1 : _format[_position..].IndexOf((byte)']');
        if (close < 0)
        {
            _goodIndex = false;
            _position++;
            return;
        }

        var end = _position + close;
        _position++;
        var isNumber = TryNumber(end, out var number) && _position == end;
        _position = end + 1;
        _afterIndex = isNumber;
        if (isNumber && number >= 1 && number <= _arguments.Length)
        {
            _argument = number - 1;
        }
        else
        {
            _goodIndex = false;
        }
    }

    private bool TryNumber(int end, out int number)
    {
        number = 0;
        var start = _position;
        while (_position < end && char.IsAsciiDigit((char)_format[_position]))
        {
            if (number > MaximumNumber)
            {
                number = 0;
                _position = end;
                return false;
            }

            number = (number * 10) + _format[_position++] - '0';
        }

        return _position > start;
    }

    private bool TryIntegerArgument(out int number)
    {
        number = 0;
        if (_argument >= _arguments.Length)
        {
            return false;
        }

        if (_arguments[_argument++] is not IntegerValue integer || integer.Signed is < -MaximumNumber or > MaximumNumber)
        {
            return false;
        }

        number = (int)integer.Signed;
        return true;
    }

    private readonly void ReportExtra()
    {
        _buffer.Append("%!(EXTRA "u8);
        for (var i = _argument; i < _arguments.Length; i++)
        {
            if (i > _argument)
            {
                _buffer.Append(", "u8);
            }

            if (_arguments[i].IsNil)
            {
                _buffer.Append("<nil>"u8);
                continue;
            }

            _buffer.Append(_arguments[i].TypeName);
            _buffer.Append('=');
            _printer.Print(_arguments[i], 'v', default);
        }

        _buffer.Append(')');
    }
}
