using System.Globalization;
using System.Text;

namespace Injector.Contracts.Agent.Reading;

/// <summary>Cuts HCL 1 into tokens. Offsets are bytes of the source.</summary>
internal ref struct HclLexer(ReadOnlySpan<byte> text)
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
            case '-' or >= '0' and <= '9':
                return new HclToken(HclTokenKind.Number, start, TakeWhile("0123456789abcdefxABCDEFX.+-eE"u8));
            case '_' or >= 'a' and <= 'z' or >= 'A' and <= 'Z':
                return new HclToken(HclTokenKind.Name, start, TakeWhile("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."u8));
            default:
                throw new ConfigSyntaxException(start, "this character is not expected");
        }
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
        var token = length < 0 ? _text[_at..] : _text.Slice(_at, length);
        _at += token.Length;
        return Encoding.UTF8.GetString(token);
    }

    private string ReadQuoted()
    {
        var start = _at++;
        var value = new List<byte>();
        while (true)
        {
            switch (Peek(0))
            {
                case -1 or '\n':
                    throw new ConfigSyntaxException(start, "this text has no closing quote");
                case '"':
                    _at++;
                    return Encoding.UTF8.GetString([.. value]);
                case '\\':
                    ReadEscape(value);
                    break;
                default:
                    value.Add(_text[_at++]);
                    break;
            }
        }
    }

    private void ReadEscape(List<byte> value)
    {
        var start = _at;
        var letter = Peek(1);
        _at += 2;
        switch (letter)
        {
            case 'n':
                value.Add((byte)'\n');
                break;
            case 't':
                value.Add((byte)'\t');
                break;
            case 'r':
                value.Add((byte)'\r');
                break;
            case '"' or '\\':
                value.Add((byte)letter);
                break;
            case 'x' or 'u' or 'U':
                value.AddRange(Encoding.UTF8.GetBytes(ReadCodePoint(start, letter switch { 'x' => 2, 'u' => 4, _ => 8 })));
                break;
            default:
                throw new ConfigSyntaxException(start, "this escape is not known");
        }
    }

    private string ReadCodePoint(int start, int digits)
    {
        if (_at + digits <= _text.Length
            && uint.TryParse(Encoding.UTF8.GetString(_text.Slice(_at, digits)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && Rune.IsValid(code))
        {
            _at += digits;
            return new Rune(code).ToString();
        }

        throw new ConfigSyntaxException(start, "this escape is not a character");
    }

    // <<EOF keeps the text; <<-EOF removes the marker's indentation, but only when every line has it.
    private string ReadHeredoc()
    {
        var start = _at;
        var indented = Peek(2) == '-';
        _at += indented ? 3 : 2;
        var lineEnd = _text[_at..].IndexOf((byte)'\n');
        var marker = lineEnd < 0 ? "" : Encoding.UTF8.GetString(_text.Slice(_at, lineEnd)).Trim();
        if (marker.Length == 0)
        {
            throw new ConfigSyntaxException(start, "a marker and a line break are expected after '<<'");
        }

        _at += lineEnd + 1;
        var lines = new List<string>();
        while (_at < _text.Length)
        {
            var end = _text[_at..].IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(end < 0 ? _text[_at..] : _text.Slice(_at, end));
            _at = end < 0 ? _text.Length : _at + end + 1;
            if (line.Trim() == marker)
            {
                var indentation = indented ? line[..^line.TrimStart(' ', '\t').Length] : "";
                return string.Concat(Outdent(lines, indentation).Select(text => text + "\n"));
            }

            lines.Add(line);
        }

        throw new ConfigSyntaxException(start, $"this text does not end with '{marker}' on a line of its own");
    }

    private static IEnumerable<string> Outdent(List<string> lines, string indentation) =>
        lines.TrueForAll(line => line.StartsWith(indentation, StringComparison.Ordinal)) ? lines.Select(line => line[indentation.Length..]) : lines;
}
