using System.Text;
using Injector.Templates.Formatting;

namespace Injector.Templates.Lexing;

/// <summary>
/// Cuts a template into tokens, one at a time. This part reads text, delimiters, trim markers and comments; what stands inside actions is read by the other.
/// </summary>
internal sealed partial class Lexer
{
    private const int EndOfInput = -1;
    private const int TrimMarkerLength = 2;

    private readonly SourceText _source;
    private readonly byte[] _leftDelimiter;
    private readonly byte[] _rightDelimiter;
    private int _start;
    private int _position;
    private int _line = 1;
    private int _startLine = 1;
    private int _parenDepth;
    private bool _insideAction;

    public Lexer(SourceText source, string leftDelimiter, string rightDelimiter)
    {
        _source = source;
        _leftDelimiter = Encoding.UTF8.GetBytes(leftDelimiter);
        _rightDelimiter = Encoding.UTF8.GetBytes(rightDelimiter);
    }

    private ReadOnlySpan<byte> Rest => _source.Bytes[_position..];

    /// <summary>The next token. After the end it is <see cref="TokenKind.EndOfText"/> again and again.</summary>
    public Token Next() => _insideAction ? InsideAction() : Text();

    /// <summary>After an error: goes on behind the next right delimiter.</summary>
    public void SkipAction()
    {
        if (!_insideAction)
        {
            return;
        }

        var offset = Rest.IndexOf(_rightDelimiter);
        _position = offset < 0 ? _source.Bytes.Length : _position + offset + _rightDelimiter.Length;
        Ignore();
        _insideAction = false;
    }

    private Token Text()
    {
        while (true)
        {
            var offset = Rest.IndexOf(_leftDelimiter);
            if (offset < 0)
            {
                _position = _source.Bytes.Length;
                return _position > _start ? TextToken(0) : new Token(TokenKind.EndOfText, _start, 0, _startLine);
            }

            if (offset > 0)
            {
                _position += offset;
                var trimmed = HasLeftTrimMarker(_source.Bytes[(_position + _leftDelimiter.Length)..])
                    ? TrailingSpace(_source.Bytes[_start.._position])
                    : 0;
                var text = TextToken(trimmed);
                if (text.Length > 0)
                {
                    return text;
                }
            }

            if (LeftDelimiter(out var token))
            {
                return token;
            }
        }
    }

    private Token TextToken(int trimmed)
    {
        _position -= trimmed;
        _line += _source.Bytes[_start.._position].Count((byte)'\n');
        var token = Take(TokenKind.Text);
        _position += trimmed;
        Ignore();
        return token;
    }

    // False when it was a comment, after which text goes on.
    private bool LeftDelimiter(out Token token)
    {
        _position += _leftDelimiter.Length;
        var marker = HasLeftTrimMarker(Rest) ? TrimMarkerLength : 0;
        if (_source.Bytes[(_position + marker)..].StartsWith("/*"u8))
        {
            _position += marker;
            Ignore();
            return Comment(out token);
        }

        token = Take(TokenKind.LeftDelimiter);
        _insideAction = true;
        _position += marker;
        Ignore();
        _parenDepth = 0;
        return true;
    }

    private bool Comment(out Token token)
    {
        _position += 2;
        var offset = Rest.IndexOf("*/"u8);
        if (offset < 0)
        {
            token = Fail("unclosed comment");
            _position = _source.Bytes.Length;
            Ignore();
            return true;
        }

        _position += offset + 2;
        if (!AtRightDelimiter(out var marker))
        {
            token = Fail("comment ends before closing delimiter");
            _insideAction = true;
            return true;
        }

        _position += marker + _rightDelimiter.Length;
        if (marker > 0)
        {
            _position += LeadingSpace(Rest);
        }

        Ignore();
        token = default;
        return false;
    }

    private Token RightDelimiter()
    {
        AtRightDelimiter(out var marker);
        if (marker > 0)
        {
            _position += marker;
            Ignore();
        }

        _position += _rightDelimiter.Length;
        var token = Take(TokenKind.RightDelimiter);
        if (marker > 0)
        {
            _position += LeadingSpace(Rest);
            Ignore();
        }

        _insideAction = false;
        return token;
    }

    private bool AtRightDelimiter(out int marker)
    {
        marker = HasRightTrimMarker(Rest) && Rest[TrimMarkerLength..].StartsWith(_rightDelimiter) ? TrimMarkerLength : 0;
        return marker > 0 || Rest.StartsWith(_rightDelimiter);
    }

    private static bool HasLeftTrimMarker(ReadOnlySpan<byte> text) => text.Length >= 2 && text[0] == '-' && Characters.IsSpace(text[1]);

    private static bool HasRightTrimMarker(ReadOnlySpan<byte> text) => text.Length >= 2 && Characters.IsSpace(text[0]) && text[1] == '-';

    private static int TrailingSpace(ReadOnlySpan<byte> text) => text.Length - text.TrimEnd(Characters.Space).Length;

    private static int LeadingSpace(ReadOnlySpan<byte> text) => text.Length - text.TrimStart(Characters.Space).Length;

    private Token Take(TokenKind kind)
    {
        var token = new Token(kind, _start, _position - _start, _startLine);
        _start = _position;
        _startLine = _line;
        return token;
    }

    private void Ignore()
    {
        _line += _source.Bytes[_start.._position].Count((byte)'\n');
        _start = _position;
        _startLine = _line;
    }

    private Token Fail(string message) => new(TokenKind.Error, _start, _position - _start, _startLine, message);

    private int Read()
    {
        if (_position >= _source.Bytes.Length)
        {
            return EndOfInput;
        }

        GoRune.Decode(Rest, out var rune, out var length);
        _position += length;
        if (rune.Value == '\n')
        {
            _line++;
        }

        return rune.Value;
    }

    private int Peek()
    {
        if (_position >= _source.Bytes.Length)
        {
            return EndOfInput;
        }

        GoRune.Decode(Rest, out var rune, out _);
        return rune.Value;
    }
}
