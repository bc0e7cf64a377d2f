using Injector.Templates.Formatting;

namespace Injector.Templates.Functions.Yaml;

/// <content>Scalars: plain, quoted and block.</content>
internal sealed partial class YamlScanner
{
    private YamlToken ScanPlainScalar()
    {
        using var output = new ByteBuffer();
        var space = new YamlFolding();
        var start = _cursor.Mark;
        var indent = _indent + 1;
        while (!_cursor.IsAnyDocumentMarker && _cursor.Peek() != '#')
        {
            while (!_cursor.IsBlankOrEnd() && !EndsPlainScalar())
            {
                space.FlushTo(output);
                _cursor.Read(output);
            }

            if (!(_cursor.IsBlank() || _cursor.IsBreak()))
            {
                break;
            }

            while (_cursor.IsBlank() || _cursor.IsBreak())
            {
                if (space.AfterBreak && _cursor.Column < indent && _cursor.Peek() == '\t')
                {
                    throw Fail(start, "found a tab character that violates indentation");
                }

                space.Take(_cursor);
            }

            if (!InFlow && _cursor.Column < indent)
            {
                break;
            }
        }

        _keyAllowed |= space.AfterBreak;
        return new YamlToken(YamlTokenKind.Scalar, start) { Value = output.ToArray(), IsPlain = true };
    }

    private bool EndsPlainScalar() => _cursor.Peek() switch
    {
        (byte)':' => _cursor.IsBlankOrEnd(1),
        (byte)',' or (byte)'?' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' => InFlow,
        _ => false,
    };

    private YamlToken ScanQuotedScalar(byte quote)
    {
        using var output = new ByteBuffer();
        var start = _cursor.Mark;
        _cursor.Skip();
        while (true)
        {
            if (_cursor.IsAnyDocumentMarker)
            {
                throw Fail(start, "found unexpected document indicator");
            }

            if (_cursor.AtEnd)
            {
                throw Fail(start, "found unexpected end of stream");
            }

            var space = new YamlFolding();
            if (ReadQuotedRun(output, quote, start))
            {
                space.TakeEscapedBreak(_cursor);
            }

            if (_cursor.Peek() == quote)
            {
                break;
            }

            while (_cursor.IsBlank() || _cursor.IsBreak())
            {
                space.Take(_cursor);
            }

            space.FlushTo(output);
        }

        _cursor.Skip();
        return new YamlToken(YamlTokenKind.Scalar, start) { Value = output.ToArray() };
    }

    /// <summary>Reads up to white space or the closing quote; true if it stopped at an escaped line break.</summary>
    private bool ReadQuotedRun(ByteBuffer output, byte quote, YamlMark start)
    {
        while (!_cursor.IsBlankOrEnd())
        {
            if (quote == '\'' && _cursor.Peek() == quote && _cursor.Peek(1) == quote)
            {
                output.Append(quote);
                _cursor.Skip(2);
            }
            else if (_cursor.Peek() == quote)
            {
                return false;
            }
            else if (quote == '"' && _cursor.Peek() == '\\')
            {
                if (_cursor.IsBreak(1))
                {
                    return true;
                }

                YamlEscape.Read(_cursor, output, problem => Fail(start, problem));
            }
            else
            {
                _cursor.Read(output);
            }
        }

        return false;
    }

    private YamlToken ScanBlockScalar(bool isLiteral)
    {
        var start = _cursor.Mark;
        _cursor.Skip();
        var (chomping, increment) = ScanBlockHeader(start);
        using var output = new ByteBuffer();
        using var breaks = new ByteBuffer();
        using var leadingBreak = new ByteBuffer();
        var indent = increment > 0 ? Math.Max(_indent, 0) + increment : 0;
        ScanBlockBreaks(ref indent, breaks, start);
        var afterBlank = false;
        while (_cursor.Column == indent && !_cursor.AtEnd)
        {
            var isBlank = _cursor.IsBlank();
            if (isLiteral || !leadingBreak.Written.StartsWith("\n"u8) || afterBlank || isBlank)
            {
                output.Append(leadingBreak.Written);
            }
            else if (breaks.Length == 0)
            {
                output.Append(' ');
            }

            output.Append(breaks.Written);
            breaks.Truncate(0);
            leadingBreak.Truncate(0);
            afterBlank = isBlank;
            while (!_cursor.IsBreakOrEnd())
            {
                _cursor.Read(output);
            }

            if (_cursor.IsBreak())
            {
                _cursor.ReadLine(leadingBreak);
            }

            ScanBlockBreaks(ref indent, breaks, start);
        }

        output.Append(chomping == '-' ? [] : leadingBreak.Written);
        output.Append(chomping == '+' ? breaks.Written : []);
        return new YamlToken(YamlTokenKind.Scalar, start) { Value = output.ToArray() };
    }

    private (byte Chomping, int Increment) ScanBlockHeader(YamlMark start)
    {
        byte chomping = 0;
        var increment = 0;
        for (var i = 0; i < 2; i++)
        {
            var letter = _cursor.Peek();
            if (chomping == 0 && letter is (byte)'+' or (byte)'-')
            {
                chomping = letter;
                _cursor.Skip();
            }
            else if (increment == 0 && char.IsAsciiDigit((char)letter))
            {
                increment = letter == '0' ? throw Fail(start, "found an indentation indicator equal to 0") : letter - '0';
                _cursor.Skip();
            }
        }

        while (_cursor.IsBlank())
        {
            _cursor.Skip();
        }

        if (_cursor.Peek() == '#')
        {
            SkipComment();
        }

        if (!_cursor.IsBreakOrEnd())
        {
            throw Fail(start, "did not find expected comment or line break");
        }

        _cursor.SkipLine();
        return (chomping, increment);
    }

    /// <summary>Takes empty lines; without a given indentation it is that of the first line with text.</summary>
    private void ScanBlockBreaks(ref int indent, ByteBuffer breaks, YamlMark start)
    {
        var deepest = 0;
        while (true)
        {
            while ((indent == 0 || _cursor.Column < indent) && _cursor.Peek() == ' ')
            {
                _cursor.Skip();
            }

            deepest = Math.Max(deepest, _cursor.Column);
            if ((indent == 0 || _cursor.Column < indent) && _cursor.Peek() == '\t')
            {
                throw Fail(start, "found a tab character where an indentation space is expected");
            }

            if (!_cursor.IsBreak())
            {
                break;
            }

            _cursor.ReadLine(breaks);
        }

        indent = indent == 0 ? Math.Max(Math.Max(deepest, _indent + 1), 1) : indent;
    }
}
