using System.Buffers;
using System.Text;

namespace Injector.Contracts.Agent.Reading;

/// <summary>Cuts HCL 1 into tokens. Offsets are bytes of the source.</summary>
internal ref partial struct HclLexer(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    public HclToken Next()
    {
        SkipSpace();
        var start = _at;
        if (_at >= _text.Length)
        {
            return new HclToken(HclTokenKind.End, start, "");
        }

        switch ((char)_text[_at])
        {
            case '=':
                return One(HclTokenKind.Equals);
            case ',':
                return One(HclTokenKind.Comma);
            case '{':
                return One(HclTokenKind.BraceLeft);
            case '}':
                return One(HclTokenKind.BraceRight);
            case '[':
                return One(HclTokenKind.BracketLeft);
            case ']':
                return One(HclTokenKind.BracketRight);
            case '"':
                return new HclToken(HclTokenKind.Text, start, ReadQuoted());
            case '<' when Peek(1) == '<':
                return new HclToken(HclTokenKind.Text, start, ReadHeredoc());
            case >= '0' and <= '9':
            case '-' or '.' when Peek(1) is >= '0' and <= '9':
                return ReadNumber(start);
            case '_' or >= 'a' and <= 'z' or >= 'A' and <= 'Z':
                return new HclToken(HclTokenKind.Name, start, TakeName());
            default:
                return LetterAt(_at) > 0 ? new HclToken(HclTokenKind.Name, start, TakeName()) : throw new ConfigSyntaxException(start, "this character is not expected");
        }
    }

    private HclToken ReadNumber(int start)
    {
        var text = TakeWhile("0123456789abcdefxABCDEFX.+-eE"u8);
        return LetterAt(_at) > 0
            ? throw new ConfigSyntaxException(start, "this is no number; a duration or another text needs quotes")
            : new HclToken(HclTokenKind.Number, start, text);
    }

    private HclToken One(HclTokenKind kind) => new(kind, _at++, "");

    private readonly int Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : -1;

    private void SkipSpace()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                _at++;
            }
            else if (_text[_at] == '#' || (_text[_at] == '/' && Peek(1) == '/'))
            {
                SkipLine();
            }
            else if (_text[_at] == '/' && Peek(1) == '*')
            {
                var end = _text[_at..].IndexOf("*/"u8);
                _at = end < 0 ? throw new ConfigSyntaxException(_at, "this comment has no end") : _at + end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private void SkipLine()
    {
        var end = _text[_at..].IndexOf((byte)'\n');
        _at = end < 0 ? _text.Length : _at + end + 1;
    }

    private string TakeWhile(ReadOnlySpan<byte> allowed)
    {
        var length = _text[_at..].IndexOfAnyExcept(allowed);
        return Take(length < 0 ? _text.Length - _at : length);
    }

    private string TakeName()
    {
        var end = _at;
        while (end < _text.Length && (_text[end] is (byte)'_' or (byte)'-' or (byte)'.' ? 1 : LetterAt(end)) is > 0 and var length)
        {
            end += length;
        }

        return Take(end - _at);
    }

    // The length of a letter or digit of any script; 0: it is none.
    private readonly int LetterAt(int at) =>
        Rune.DecodeFromUtf8(_text[at..], out var rune, out var length) == OperationStatus.Done && Rune.IsLetterOrDigit(rune) ? length : 0;

    private string Take(int length)
    {
        var token = _text.Slice(_at, length);
        _at += length;
        return Encoding.UTF8.GetString(token);
    }
}
