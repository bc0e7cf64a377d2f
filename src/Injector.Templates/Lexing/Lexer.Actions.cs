using Injector.Templates.Formatting;

namespace Injector.Templates.Lexing;

/// <content>Reads what stands between delimiters.</content>
internal sealed partial class Lexer
{
    private static ReadOnlySpan<byte> DecimalDigits => "0123456789_"u8;

    private static ReadOnlySpan<byte> HexDigits => "0123456789abcdefABCDEF_"u8;

    private Token InsideAction()
    {
        if (AtRightDelimiter(out _))
        {
            return _parenDepth == 0 ? RightDelimiter() : Fail("unclosed left paren");
        }

        var character = Peek();
        if (Characters.IsSpace(character))
        {
            return Space();
        }

        if (StartsNumber(character))
        {
            return Number();
        }

        if (Characters.IsAlphanumeric(character))
        {
            return Word();
        }

        Read();
        return Symbol(character);
    }

    private Token Symbol(int character)
    {
        switch (character)
        {
            case EndOfInput:
                return Fail("unclosed action");
            case '=':
                return Take(TokenKind.Assign);
            case ':':
                return Read() == '=' ? Take(TokenKind.Declare) : Fail("expected :=");
            case '|':
                return Take(TokenKind.Pipe);
            case '"':
                return Quoted('"', TokenKind.String, "unterminated quoted string");
            case '\'':
                return Quoted('\'', TokenKind.CharConstant, "unterminated character constant");
            case '`':
                return RawQuoted();
            case '$':
                return Name(TokenKind.Variable, TokenKind.Variable);
            case '.':
                return Name(TokenKind.Field, TokenKind.Dot);
            case '(':
                _parenDepth++;
                return Take(TokenKind.LeftParen);
            case ')':
                return --_parenDepth < 0 ? Fail("unexpected right paren") : Take(TokenKind.RightParen);
            default:
                return character is > ' ' and < 0x7F ? Take(TokenKind.Char) : Fail("unrecognized character in action: " + Characters.Describe(character));
        }
    }

    private bool StartsNumber(int character)
    {
        if (character == '.')
        {
            // A dot at the very end of the text is read as the start of a number, too.
            return _position + 1 >= _source.Bytes.Length || char.IsAsciiDigit((char)_source.Bytes[_position + 1]);
        }

        return character is '+' or '-' or (>= '0' and <= '9');
    }

    private Token Space()
    {
        var count = 0;
        while (Characters.IsSpace(Peek()))
        {
            Read();
            count++;
        }

        // The last blank may belong to a right delimiter with a trim marker.
        var last = _source.Bytes[(_position - 1)..];
        if (HasRightTrimMarker(last) && last[TrimMarkerLength..].StartsWith(_rightDelimiter))
        {
            _position--;
            if (last[0] == '\n')
            {
                _line--;
            }

            if (count == 1)
            {
                return RightDelimiter();
            }
        }

        return Take(TokenKind.Space);
    }

    private Token Word()
    {
        SkipAlphanumeric();
        if (!AtTerminator())
        {
            return Fail("bad character " + Characters.Describe(Peek()));
        }

        return Take(Keywords.KindOf(_source.Bytes[_start.._position]));
    }

    private Token Name(TokenKind kind, TokenKind kindWhenAlone)
    {
        if (AtTerminator())
        {
            return Take(kindWhenAlone);
        }

        SkipAlphanumeric();
        return AtTerminator() ? Take(kind) : Fail("bad character " + Characters.Describe(Peek()));
    }

    private void SkipAlphanumeric()
    {
        while (Characters.IsAlphanumeric(Peek()))
        {
            Read();
        }
    }

    private bool AtTerminator()
    {
        var character = Peek();
        return Characters.IsSpace(character)
            || character is EndOfInput or '.' or ',' or '|' or ':' or ')' or '('
            || Rest.StartsWith(_rightDelimiter);
    }

    private Token Quoted(char quote, TokenKind kind, string unterminated)
    {
        while (true)
        {
            var character = Read();
            if (character == quote)
            {
                return Take(kind);
            }

            if (character == '\\')
            {
                character = Read();
                if (character is not (EndOfInput or '\n'))
                {
                    continue;
                }
            }

            if (character is EndOfInput or '\n')
            {
                return Fail(unterminated);
            }
        }
    }

    private Token RawQuoted()
    {
        while (true)
        {
            switch (Read())
            {
                case EndOfInput:
                    return Fail("unterminated raw quoted string");
                case '`':
                    return Take(TokenKind.RawString);
            }
        }
    }

    private Token Number()
    {
        if (!ScanNumber())
        {
            return BadNumber();
        }

        if (Peek() is '+' or '-')
        {
            return ScanNumber() && _source.Bytes[_position - 1] == 'i' ? Take(TokenKind.Complex) : BadNumber();
        }

        return Take(TokenKind.Number);
    }

    private Token BadNumber() =>
        Fail("bad number syntax: " + System.Text.Encoding.UTF8.GetString(GoQuote.Quote(_source.Bytes[_start.._position])));

    private bool ScanNumber()
    {
        Accept("+-"u8);
        var digits = DecimalDigits;
        if (Accept("0"u8))
        {
            digits = Accept("xX"u8) ? HexDigits : Accept("oO"u8) ? "01234567_"u8 : Accept("bB"u8) ? "01_"u8 : digits;
        }

        AcceptRun(digits);
        if (Accept("."u8))
        {
            AcceptRun(digits);
        }

        if ((digits.Length == DecimalDigits.Length && Accept("eE"u8)) || (digits.Length == HexDigits.Length && Accept("pP"u8)))
        {
            Accept("+-"u8);
            AcceptRun(DecimalDigits);
        }

        Accept("i"u8);
        if (!Characters.IsAlphanumeric(Peek()))
        {
            return true;
        }

        Read();
        return false;
    }

    private bool Accept(ReadOnlySpan<byte> any)
    {
        if (_position >= _source.Bytes.Length || !any.Contains(_source.Bytes[_position]))
        {
            return false;
        }

        _position++;
        return true;
    }

    private void AcceptRun(ReadOnlySpan<byte> any)
    {
        while (Accept(any))
        {
        }
    }
}
