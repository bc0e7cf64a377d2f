using System.Globalization;
using System.Text;

namespace Injector.Contracts.Agent.Reading;

/// <summary>Quoted texts and heredocs.</summary>
internal ref partial struct HclLexer
{
    private const int OctalDigits = 3;

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
                case '$' when Peek(1) == '{':
                    ReadBraces(value);
                    break;
                default:
                    value.Add(_text[_at++]);
                    break;
            }
        }
    }

    // Between ${ and its } everything stays as it is written, quotes and line breaks (as \n) too; backslashes must be good escapes all the same.
    private void ReadBraces(List<byte> value)
    {
        var start = _at;
        value.AddRange("${"u8);
        _at += 2;
        for (var depth = 1; depth > 0;)
        {
            var letter = Peek(0);
            if (letter == '\\')
            {
                var escape = _at;
                ReadEscape([]);
                value.AddRange(_text[escape.._at]);
                continue;
            }

            if (letter == '\r' && Peek(1) == '\n')
            {
                _at++;
                continue;
            }

            depth += letter switch
            {
                '{' => 1,
                '}' => -1,
                -1 => throw new ConfigSyntaxException(start, "this '${' has no closing '}'"),
                _ => 0,
            };
            value.Add(_text[_at++]);
        }
    }

    private void ReadEscape(List<byte> value)
    {
        var start = _at;
        var letter = Peek(1);
        if (letter is >= '0' and <= '7')
        {
            _at++;
            value.AddRange(Encoding.UTF8.GetBytes(ReadOctal(start)));
            return;
        }

        _at += 2;
        if (letter is 'x' or 'u' or 'U')
        {
            value.AddRange(Encoding.UTF8.GetBytes(ReadCodePoint(start, letter switch { 'x' => 2, 'u' => 4, _ => 8 })));
            return;
        }

        value.Add(letter switch
        {
            'a' => (byte)'\a',
            'b' => (byte)'\b',
            'f' => (byte)'\f',
            'n' => (byte)'\n',
            'r' => (byte)'\r',
            't' => (byte)'\t',
            'v' => (byte)'\v',
            '"' or '\\' => (byte)letter,
            _ => throw new ConfigSyntaxException(start, "this escape is not known"),
        });
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

    private string ReadOctal(int start)
    {
        var code = 0;
        for (var digit = 0; digit < OctalDigits; digit++, _at++)
        {
            code = Peek(0) is >= '0' and <= '7' and var octal ? (code * 8) + octal - '0' : throw new ConfigSyntaxException(start, "this escape is not a character");
        }

        return new Rune(code).ToString();
    }

    // Line breaks count as \n, however they are written.
    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line) => line.EndsWith("\r"u8) ? line[..^1] : line;

    // <<EOF keeps the text, with the marker's indentation as its last bytes; <<-EOF removes that indentation, but only when every line has it.
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
            var line = Encoding.UTF8.GetString(end < 0 ? _text[_at..] : WithoutReturn(_text.Slice(_at, end)));
            _at = end < 0 ? _text.Length : _at + end + 1;
            if (line.TrimStart() == marker)
            {
                var indentation = line[..^line.TrimStart().Length];
                return string.Concat((indented ? Outdent(lines, indentation) : lines).Select(text => text + "\n")) + (indented ? "" : indentation);
            }

            lines.Add(line);
        }

        throw new ConfigSyntaxException(start, $"this text does not end with '{marker}' on a line of its own, without spaces after it");
    }

    private static IEnumerable<string> Outdent(List<string> lines, string indentation) =>
        lines.TrueForAll(line => line.StartsWith(indentation, StringComparison.Ordinal)) ? lines.Select(line => line[indentation.Length..]) : lines;
}
