using Injector.Templates.Functions.Text;

namespace Injector.Templates.Functions.Yaml;

/// <content>The four styles of scalars.</content>
internal sealed partial class YamlEmitter
{
    private void WritePlain(ReadOnlySpan<byte> text, bool allowsBreaks)
    {
        if (!text.IsEmpty && !_afterSpace)
        {
            Put(' ');
        }

        WriteFolded(text, allowsBreaks, isQuoted: false);
        _afterSpace = false;
        _inIndentation = false;
    }

    private void WriteSingleQuoted(ReadOnlySpan<byte> text, bool allowsBreaks)
    {
        WriteIndicator("'", needsSpace: true, isSpace: false, keepsIndentation: false);
        WriteFolded(text, allowsBreaks, isQuoted: true);
        WriteIndicator("'", needsSpace: false, isSpace: false, keepsIndentation: false);
        _afterSpace = false;
        _inIndentation = false;
    }

    private void WriteFolded(ReadOnlySpan<byte> text, bool allowsBreaks, bool isQuoted)
    {
        var (afterSpaces, afterBreaks) = (false, false);
        for (var i = 0; i < text.Length;)
        {
            var rune = Utf8Runes.Decode(text[i..], out var width);
            var isLast = i + width >= text.Length;
            if (rune == ' ')
            {
                var folds = allowsBreaks && !afterSpaces && _column > Width && (isLast || text[i + 1] != ' ') && (!isQuoted || (i > 0 && !isLast));
                Fold(folds);
                afterSpaces = true;
            }
            else if (ScalarAnalysis.IsBreak(rune))
            {
                if (!afterBreaks && rune == '\n')
                {
                    PutBreak();
                }

                WriteBreak(text.Slice(i, width));
                _inIndentation = true;
                afterBreaks = true;
            }
            else
            {
                if (afterBreaks)
                {
                    WriteIndent();
                }

                if (isQuoted && rune == '\'')
                {
                    Put('\'');
                }

                Write(text.Slice(i, width));
                _inIndentation = false;
                (afterSpaces, afterBreaks) = (false, false);
            }

            i += width;
        }
    }

    private void Fold(bool breaksLine)
    {
        if (breaksLine)
        {
            WriteIndent();
        }
        else
        {
            Put(' ');
        }
    }

    private void WriteDoubleQuoted(ReadOnlySpan<byte> text, bool allowsBreaks)
    {
        WriteIndicator("\"", needsSpace: true, isSpace: false, keepsIndentation: false);
        var afterSpaces = false;
        for (var i = 0; i < text.Length;)
        {
            var rune = Utf8Runes.Decode(text[i..], out var width);
            if (!ScalarAnalysis.IsPrintable(rune) || ScalarAnalysis.IsBreak(rune) || rune is '"' or '\\')
            {
                WriteEscape(rune);
                afterSpaces = false;
            }
            else if (rune == ' ')
            {
                var folds = allowsBreaks && !afterSpaces && _column > Width && i > 0 && i < text.Length - 1;
                Fold(folds);
                if (folds && text[i + 1] == ' ')
                {
                    Put('\\');
                }

                afterSpaces = true;
            }
            else
            {
                Write(text.Slice(i, width));
                afterSpaces = false;
            }

            i += width;
        }

        WriteIndicator("\"", needsSpace: false, isSpace: false, keepsIndentation: false);
        _afterSpace = false;
        _inIndentation = false;
    }

    private void WriteEscape(int rune)
    {
        Put('\\');
        var name = rune switch
        {
            0 => '0',
            '\a' => 'a',
            '\b' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\v' => 'v',
            '\f' => 'f',
            '\r' => 'r',
            0x1B => 'e',
            '"' or '\\' => (char)rune,
            0x85 => 'N',
            0x2028 => 'L',
            0x2029 => 'P',
            _ => '\0',
        };
        if (name != '\0')
        {
            Put(name);
            return;
        }

        var (letter, digits) = rune <= 0xFF ? ('x', 2) : rune <= 0xFFFF ? ('u', 4) : ('U', 8);
        Put(letter);
        for (var shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        {
            Put("0123456789ABCDEF"[(rune >> shift) & 0xF]);
        }
    }

    private void WriteLiteral(ReadOnlySpan<byte> text)
    {
        WriteIndicator("|", needsSpace: true, isSpace: false, keepsIndentation: false);
        if (text[0] == ' ' || ScalarAnalysis.IsBreak(Utf8Runes.Decode(text, out _)))
        {
            WriteIndicator("2", needsSpace: false, isSpace: false, keepsIndentation: false);
        }

        var chomping = Chomping(text);
        if (chomping.Length > 0)
        {
            WriteIndicator(chomping, needsSpace: false, isSpace: false, keepsIndentation: false);
        }

        PutBreak();
        _inIndentation = true;
        _afterSpace = true;
        var afterBreaks = true;
        for (var i = 0; i < text.Length;)
        {
            var rune = Utf8Runes.Decode(text[i..], out var width);
            if (ScalarAnalysis.IsBreak(rune))
            {
                WriteBreak(text.Slice(i, width));
                _inIndentation = true;
                afterBreaks = true;
            }
            else
            {
                if (afterBreaks)
                {
                    WriteIndent();
                }

                Write(text.Slice(i, width));
                _inIndentation = false;
                afterBreaks = false;
            }

            i += width;
        }
    }

    /// <summary>Minus: no line break at the end; plus: several, or nothing else.</summary>
    private static string Chomping(ReadOnlySpan<byte> text)
    {
        if (!ScalarAnalysis.IsBreak(Utf8Runes.DecodeLast(text, out var width)))
        {
            return "-";
        }

        var before = text[..^width];
        return before.IsEmpty || ScalarAnalysis.IsBreak(Utf8Runes.DecodeLast(before, out _)) ? "+" : "";
    }

    private void Write(ReadOnlySpan<byte> rune)
    {
        output.Append(rune);
        _column++;
    }

    private void WriteBreak(ReadOnlySpan<byte> lineBreak)
    {
        output.Append(lineBreak);
        _column = 0;
    }
}
