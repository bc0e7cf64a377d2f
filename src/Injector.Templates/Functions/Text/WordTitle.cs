using System.Globalization;
using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Text;

/// <summary>
/// <c>toTitle</c>: the first cased letter of every word gets its full title-case mapping, everything else stays. Words end at what Unicode's word
/// segmentation calls a boundary; an apostrophe, a dot or a colon between letters is none, two of them in a row are.
/// </summary>
internal static class WordTitle
{
    public static StringValue Apply(StringValue text)
    {
        using var output = new ByteBuffer(text.Length + 16);
        var inWord = false;
        var wasJoiner = false;
        var rest = text.Span;
        while (!rest.IsEmpty)
        {
            var rune = Utf8Runes.Decode(rest, out var width);
            var isJoiner = IsJoiner(rune);
            inWord &= !(wasJoiner && isJoiner);
            if (IsCased(rune))
            {
                AppendLetter(output, rune, rest[..width], inWord);
                inWord = true;
            }
            else
            {
                output.Append(rest[..width]);
                inWord &= isJoiner || !IsBoundary(rune);
            }

            wasJoiner = isJoiner;
            rest = rest[width..];
        }

        return new StringValue(output.ToArray());
    }

    private static void AppendLetter(ByteBuffer output, int rune, ReadOnlySpan<byte> original, bool inWord)
    {
        if (inWord)
        {
            output.Append(original);
        }
        else if (FullTitle(rune) is { } several)
        {
            output.Append(several);
        }
        else
        {
            RuneMapping.Append(output, GoCase.Title(rune));
        }
    }

    private static bool IsCased(int rune)
    {
        if (rune < 0x80)
        {
            return char.IsAsciiLetter((char)rune);
        }

        return Rune.IsValid(rune) && Rune.GetUnicodeCategory(new Rune(rune)) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => true,
            UnicodeCategory.OtherLetter => rune is 0xAA or 0xBA,
            UnicodeCategory.ModifierLetter => rune is (>= 0x2B0 and <= 0x2B8) or 0x2C0 or 0x2C1 or (>= 0x2E0 and <= 0x2E4) or 0x37A
                or (>= 0x1D2C and <= 0x1D6A) or 0x1D78 or (>= 0x1D9B and <= 0x1DBF) or 0x2071 or 0x207F or (>= 0x2090 and <= 0x209C),
            UnicodeCategory.LetterNumber => rune is >= 0x2160 and <= 0x217F,
            UnicodeCategory.OtherSymbol => rune is >= 0x24B6 and <= 0x24E9,
            _ => false,
        };
    }

    /// <summary>Middle letters: they hold a word together between two letters.</summary>
    private static bool IsJoiner(int rune) => rune is '\'' or '.' or ':' or 0xB7 or 0x387 or 0x55F or 0x5F4 or 0x2018 or 0x2019 or 0x2024
        or 0x2027 or 0xFE13 or 0xFE52 or 0xFE55 or 0xFF07 or 0xFF0E or 0xFF1A;

    private static bool IsBoundary(int rune)
    {
        if (!Rune.IsValid(rune))
        {
            return true;
        }

        return Rune.GetUnicodeCategory(new Rune(rune)) switch
        {
            UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => false,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => false,
            UnicodeCategory.Format => rune == 0x200B,
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => rune is (>= 0xE00 and <= 0xEFF) or (>= 0x1000 and <= 0x109F)
                or (>= 0x1780 and <= 0x17FF) or (>= 0x3041 and <= 0x309F) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or >= 0x20000,
            _ => rune != 0x202F,
        };
    }

    /// <summary>Title-case mappings of more than one code point.</summary>
    private static string? FullTitle(int rune) => rune switch
    {
        0xDF => "Ss",
        0x149 => "\u02BCN",
        0x1F0 => "J\u030C",
        0x390 or 0x1FD3 => "\u0399\u0308\u0301",
        0x3B0 or 0x1FE3 => "\u03A5\u0308\u0301",
        0x587 => "\u0535\u0582",
        0x1E96 => "H\u0331",
        0x1E97 => "T\u0308",
        0x1E98 => "W\u030A",
        0x1E99 => "Y\u030A",
        0x1E9A => "A\u02BE",
        0x1F50 => "\u03A5\u0313",
        0x1F52 => "\u03A5\u0313\u0300",
        0x1F54 => "\u03A5\u0313\u0301",
        0x1F56 => "\u03A5\u0313\u0342",
        0x1FB2 => "\u1FBA\u0345",
        0x1FB4 => "\u0386\u0345",
        0x1FB6 => "\u0391\u0342",
        0x1FB7 => "\u0391\u0342\u0345",
        0x1FC2 => "\u1FCA\u0345",
        0x1FC4 => "\u0389\u0345",
        0x1FC6 => "\u0397\u0342",
        0x1FC7 => "\u0397\u0342\u0345",
        0x1FD2 => "\u0399\u0308\u0300",
        0x1FD6 => "\u0399\u0342",
        0x1FD7 => "\u0399\u0308\u0342",
        0x1FE2 => "\u03A5\u0308\u0300",
        0x1FE4 => "\u03A1\u0313",
        0x1FE6 => "\u03A5\u0342",
        0x1FE7 => "\u03A5\u0308\u0342",
        0x1FF2 => "\u1FFA\u0345",
        0x1FF4 => "\u038F\u0345",
        0x1FF6 => "\u03A9\u0342",
        0x1FF7 => "\u03A9\u0342\u0345",
        0xFB00 => "Ff",
        0xFB01 => "Fi",
        0xFB02 => "Fl",
        0xFB03 => "Ffi",
        0xFB04 => "Ffl",
        0xFB05 or 0xFB06 => "St",
        0xFB13 => "\u0544\u0576",
        0xFB14 => "\u0544\u0565",
        0xFB15 => "\u0544\u056B",
        0xFB16 => "\u054E\u0576",
        0xFB17 => "\u0544\u056D",
        _ => null,
    };
}
