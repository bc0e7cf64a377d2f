using System.Buffers.Text;
using System.Text;
using Injector.Templates.Formatting;

namespace Injector.Templates.Functions.Yaml;

/// <content>Tags and directives.</content>
internal sealed partial class YamlScanner
{
    private const int LongestVersionNumber = 2;

    private YamlToken ScanTag()
    {
        var start = _cursor.Mark;
        string handle;
        string suffix;
        if (_cursor.Peek(1) == '<')
        {
            _cursor.Skip(2);
            (handle, suffix) = ("", ScanUri("", start));
            if (_cursor.Peek() != '>')
            {
                throw Fail(start, "did not find the expected '>'");
            }

            _cursor.Skip();
        }
        else
        {
            handle = ScanHandle(start);
            if (handle.Length > 1 && handle.EndsWith('!'))
            {
                suffix = ScanUri("", start);
            }
            else
            {
                // A handle without a second mark is the start of the name itself; a lone mark is the tag that means "not resolved".
                suffix = ScanUri(handle, start);
                (handle, suffix) = suffix.Length == 0 ? ("", "!") : ("!", suffix);
            }
        }

        return _cursor.IsBlankOrEnd() || (InFlow && _cursor.Peek() == ',')
            ? new YamlToken(YamlTokenKind.Tag, start) { Handle = handle, Suffix = suffix }
            : throw Fail(start, "did not find expected whitespace or line break");
    }

    private string ScanHandle(YamlMark start)
    {
        if (_cursor.Peek() != '!')
        {
            throw Fail(start, "did not find expected '!'");
        }

        var from = _cursor.Position;
        _cursor.Skip();
        while (IsNameLetter(_cursor.Peek()))
        {
            _cursor.Skip();
        }

        if (_cursor.Peek() == '!')
        {
            _cursor.Skip();
        }

        return Encoding.UTF8.GetString(_cursor.Since(from));
    }

    /// <summary>Reads the rest of a tag; <paramref name="head"/> is a handle that turned out to be its beginning.</summary>
    private string ScanUri(string head, YamlMark start)
    {
        using var output = new ByteBuffer();
        output.Append(head.Length > 1 ? head[1..] : "");
        while (IsNameLetter(_cursor.Peek()) || ";/?:@&=+$,.%!~*'()[]"u8.Contains(_cursor.Peek()))
        {
            if (_cursor.Peek() == '%')
            {
                output.Append(ScanUriEscape(start));
                continue;
            }

            _cursor.Read(output);
        }

        return output.Length > 0 || head.Length > 0
            ? Encoding.UTF8.GetString(output.Written)
            : throw Fail(start, "did not find expected tag URI");
    }

    private byte ScanUriEscape(YamlMark start)
    {
        var (high, low) = ((char)_cursor.Peek(1), (char)_cursor.Peek(2));
        if (!char.IsAsciiHexDigit(high) || !char.IsAsciiHexDigit(low))
        {
            throw Fail(start, "did not find URI escaped octet");
        }

        _cursor.Skip(3);
        return Convert.FromHexString([high, low])[0];
    }

    private YamlToken? ScanDirective()
    {
        var start = _cursor.Mark;
        _cursor.Skip();
        var from = _cursor.Position;
        while (IsNameLetter(_cursor.Peek()))
        {
            _cursor.Skip();
        }

        var name = Encoding.UTF8.GetString(_cursor.Since(from));
        if (name.Length > 0 && !_cursor.IsBlankOrEnd())
        {
            throw Fail(start, "found unexpected non-alphabetical character");
        }

        var token = name switch
        {
            "YAML" => ScanVersion(start),
            "TAG" => ScanTagDirective(start),
            "" => throw Fail(start, "could not find expected directive name"),
            _ => throw Fail(start, "found unknown directive name"),
        };
        SkipBlanks();
        if (_cursor.Peek() == '#')
        {
            SkipComment();
        }

        if (!_cursor.IsBreakOrEnd())
        {
            throw Fail(start, "did not find expected comment or line break");
        }

        _cursor.SkipLine();
        return token;
    }

    private YamlToken ScanVersion(YamlMark start)
    {
        SkipBlanks();
        var major = ScanVersionNumber(start);
        if (_cursor.Peek() != '.')
        {
            throw Fail(start, "did not find expected digit or '.' character");
        }

        _cursor.Skip();
        return new YamlToken(YamlTokenKind.VersionDirective, start) { Suffix = $"{major}.{ScanVersionNumber(start)}" };
    }

    private int ScanVersionNumber(YamlMark start)
    {
        var from = _cursor.Position;
        while (char.IsAsciiDigit((char)_cursor.Peek()))
        {
            if (_cursor.Position - from == LongestVersionNumber)
            {
                throw Fail(start, "found extremely long version number");
            }

            _cursor.Skip();
        }

        return Utf8Parser.TryParse(_cursor.Since(from), out int number, out _)
            ? number
            : throw Fail(start, "did not find expected version number");
    }

    private YamlToken ScanTagDirective(YamlMark start)
    {
        SkipBlanks();
        var handle = ScanHandle(start);
        if (!_cursor.IsBlank())
        {
            throw Fail(start, "did not find expected whitespace");
        }

        SkipBlanks();
        return new YamlToken(YamlTokenKind.TagDirective, start) { Handle = handle, Suffix = ScanUri("", start) };
    }

    private void SkipBlanks()
    {
        while (_cursor.IsBlank())
        {
            _cursor.Skip();
        }
    }
}
