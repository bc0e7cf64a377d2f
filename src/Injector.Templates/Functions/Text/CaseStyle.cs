using System.Globalization;
using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Text;

/// <summary><c>sprig_camelcase</c>: words separated by blanks, underscores and hyphens become one word with capitals.</summary>
internal static class CaseStyle
{
    public static bool IsConnector(int rune) => rune is '-' or '_' || GoCase.IsSpace(rune);

    public static bool IsPunctuation(int rune) => Rune.IsValid(rune) && Rune.IsPunctuation(new Rune(rune));

    public static bool IsNumber(int rune) => Rune.IsValid(rune) && Rune.GetUnicodeCategory(new Rune(rune))
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>A letter that is not a Chinese character.</summary>
    public static bool IsAlphabet(int rune) => Rune.IsValid(rune) && Rune.IsLetter(new Rune(rune))
        && rune is not ((>= 0x3400 and <= 0x4D85) or (>= 0x4E00 and <= 0x9FCC) or (>= 0x20000 and <= 0x2B81D));

    public static StringValue Pascal(StringValue text)
    {
        using var output = new ByteBuffer(text.Length);
        var rest = text.Span;
        while (!rest.IsEmpty && IsConnector(Utf8Runes.Decode(rest, out var width)))
        {
            output.Append(rest[..width]);
            rest = rest[width..];
        }

        if (rest.IsEmpty)
        {
            // Of connectors alone the last one comes twice, as in the original.
            _ = Utf8Runes.DecodeLast(text.Span, out var last);
            output.Append(text.Span[^last..]);
            return new StringValue(output.ToArray());
        }

        AppendWords(output, rest);
        return new StringValue(output.ToArray());
    }

    private static void AppendWords(ByteBuffer output, ReadOnlySpan<byte> rest)
    {
        var current = Utf8Runes.Decode(rest, out var width);
        var lowersCapitals = GoCase.IsUpper(current);
        current = GoCase.Upper(current);
        for (rest = rest[width..]; !rest.IsEmpty; rest = rest[width..])
        {
            var before = current;
            current = Utf8Runes.Decode(rest, out width);
            if (!IsConnector(before))
            {
                // In a word that starts with capitals the following capitals become small letters.
                lowersCapitals &= GoCase.IsUpper(current);
                current = lowersCapitals ? GoCase.Lower(current) : current;
                RuneMapping.Append(output, before);
            }
            else if (IsConnector(current))
            {
                RuneMapping.Append(output, before);
            }
            else
            {
                lowersCapitals = GoCase.IsUpper(current);
                current = GoCase.Upper(current);
            }
        }

        RuneMapping.Append(output, current);
    }
}
