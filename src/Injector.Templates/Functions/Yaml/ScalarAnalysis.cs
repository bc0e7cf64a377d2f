using Injector.Templates.Functions.Text;

namespace Injector.Templates.Functions.Yaml;

/// <summary>Which styles can express a text.</summary>
internal readonly record struct ScalarAnalysis(bool IsMultiline, bool AllowsPlain, bool AllowsSingleQuotes, bool AllowsBlock)
{
    public static ScalarAnalysis Of(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return new ScalarAnalysis(false, true, true, false);
        }

        var plain = !text.StartsWith("---"u8) && !text.StartsWith("..."u8);
        var (single, block, lineBreaks) = (true, true, false);
        var (afterSpace, afterBreak, afterBlankOrStart) = (false, false, true);
        for (var i = 0; i < text.Length;)
        {
            var rune = Utf8Runes.Decode(text[i..], out var width);
            var isLast = i + width == text.Length;
            plain &= !IsIndicator(rune, i == 0, afterBlankOrStart, isLast || text[i + width] is (byte)' ' or (byte)'\t');
            if (!IsPrintable(rune))
            {
                (plain, single, block) = (false, false, false);
            }

            var isBreak = IsBreak(rune);
            if (rune == ' ')
            {
                plain &= i > 0 && !isLast && !afterBreak;
                block &= !isLast;
                single &= !afterBreak;
            }
            else if (isBreak)
            {
                lineBreaks = true;
                plain = false;
                single &= !afterSpace;
                block &= !afterSpace;
            }

            (afterSpace, afterBreak) = (rune == ' ', isBreak);
            afterBlankOrStart = isBreak || rune is ' ' or '\t';
            i += width;
        }

        return new ScalarAnalysis(lineBreaks, plain, single, block);
    }

    public static bool IsBreak(int rune) => rune is '\n' or '\r' or 0x85 or 0x2028 or 0x2029;

    /// <summary>yaml.v2 knows only three-byte code points: everything beyond is escaped.</summary>
    public static bool IsPrintable(int rune) => rune switch
    {
        '\n' or (>= 0x20 and <= 0x7E) => true,
        0xFEFF or 0xFFFE or 0xFFFF => false,
        _ => rune is >= 0xA0 and < 0x10000,
    };

    private static bool IsIndicator(int rune, bool isFirst, bool afterBlank, bool beforeBlank)
    {
        if (!isFirst)
        {
            return (rune == ':' && beforeBlank) || (rune == '#' && afterBlank);
        }

        return rune switch
        {
            '#' or ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => true,
            '?' or ':' or '-' => beforeBlank,
            _ => false,
        };
    }
}
