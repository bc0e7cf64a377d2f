using System.Globalization;
using System.Text;

namespace Injector.Templates.Functions.Regex;

/// <summary>Classes named in <c>\p{…}</c>: general categories, scripts, and the few other names RE2 knows.</summary>
internal static class UnicodeClasses
{
    /// <summary>Finds a class by its name; case, blanks, hyphens and underscores do not count.</summary>
    public static ClassItem? Find(ReadOnlySpan<byte> name, bool negated)
    {
        var plain = Simplify(name);
        int[]? ranges = plain switch
        {
            "any" => [0, ClassItem.LargestRune],
            "ascii" => [0, 0x7F],
            _ => null,
        };
        if (ranges is not null)
        {
            return new ClassItem(ranges, 0, negated);
        }

        var categories = Categories(plain);
        if (categories != 0)
        {
            return new ClassItem([], categories, negated);
        }

        ranges = UnicodeScripts.Find(plain);
        return ranges is null ? null : new ClassItem(ranges, 0, negated);
    }

    /// <summary>A name as it is compared: lower case letters and digits only.</summary>
    public static string Simplify(ReadOnlySpan<byte> name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (letter is not ((byte)' ' or (byte)'_' or (byte)'-'))
            {
                plain.Append(char.ToLowerInvariant((char)letter));
            }
        }

        return plain.ToString();
    }

    private static uint Categories(string name) => name switch
    {
        "l" or "letter" => Letters,
        "lc" or "casedletter" => Cased,
        "lu" or "uppercaseletter" => Bit(UnicodeCategory.UppercaseLetter),
        "ll" or "lowercaseletter" => Bit(UnicodeCategory.LowercaseLetter),
        "lt" or "titlecaseletter" => Bit(UnicodeCategory.TitlecaseLetter),
        "lm" or "modifierletter" => Bit(UnicodeCategory.ModifierLetter),
        "lo" or "otherletter" => Bit(UnicodeCategory.OtherLetter),
        "m" or "mark" or "combiningmark" => Marks,
        "mn" or "nonspacingmark" => Bit(UnicodeCategory.NonSpacingMark),
        "mc" or "spacingmark" => Bit(UnicodeCategory.SpacingCombiningMark),
        "me" or "enclosingmark" => Bit(UnicodeCategory.EnclosingMark),
        "n" or "number" => Numbers,
        "nd" or "decimalnumber" or "digit" => Bit(UnicodeCategory.DecimalDigitNumber),
        "nl" or "letternumber" => Bit(UnicodeCategory.LetterNumber),
        "no" or "othernumber" => Bit(UnicodeCategory.OtherNumber),
        "p" or "punctuation" or "punct" => Punctuation,
        "pc" or "connectorpunctuation" => Bit(UnicodeCategory.ConnectorPunctuation),
        "pd" or "dashpunctuation" => Bit(UnicodeCategory.DashPunctuation),
        "ps" or "openpunctuation" => Bit(UnicodeCategory.OpenPunctuation),
        "pe" or "closepunctuation" => Bit(UnicodeCategory.ClosePunctuation),
        "pi" or "initialpunctuation" => Bit(UnicodeCategory.InitialQuotePunctuation),
        "pf" or "finalpunctuation" => Bit(UnicodeCategory.FinalQuotePunctuation),
        "po" or "otherpunctuation" => Bit(UnicodeCategory.OtherPunctuation),
        "s" or "symbol" => Symbols,
        "sm" or "mathsymbol" => Bit(UnicodeCategory.MathSymbol),
        "sc" or "currencysymbol" => Bit(UnicodeCategory.CurrencySymbol),
        "sk" or "modifiersymbol" => Bit(UnicodeCategory.ModifierSymbol),
        "so" or "othersymbol" => Bit(UnicodeCategory.OtherSymbol),
        "z" or "separator" => Separators,
        "zs" or "spaceseparator" => Bit(UnicodeCategory.SpaceSeparator),
        "zl" or "lineseparator" => Bit(UnicodeCategory.LineSeparator),
        "zp" or "paragraphseparator" => Bit(UnicodeCategory.ParagraphSeparator),
        "c" or "other" => Others,
        "cc" or "control" or "cntrl" => Bit(UnicodeCategory.Control),
        "cf" or "format" => Bit(UnicodeCategory.Format),
        "cs" or "surrogate" => Bit(UnicodeCategory.Surrogate),
        "co" or "privateuse" => Bit(UnicodeCategory.PrivateUse),
        "cn" or "unassigned" => Bit(UnicodeCategory.OtherNotAssigned),
        "assigned" => ~Bit(UnicodeCategory.OtherNotAssigned),
        _ => 0,
    };

    private const uint Cased = 1u << (int)UnicodeCategory.UppercaseLetter | 1u << (int)UnicodeCategory.LowercaseLetter
        | 1u << (int)UnicodeCategory.TitlecaseLetter;

    private const uint Letters = Cased | 1u << (int)UnicodeCategory.ModifierLetter | 1u << (int)UnicodeCategory.OtherLetter;

    private const uint Marks = 1u << (int)UnicodeCategory.NonSpacingMark | 1u << (int)UnicodeCategory.SpacingCombiningMark
        | 1u << (int)UnicodeCategory.EnclosingMark;

    private const uint Numbers = 1u << (int)UnicodeCategory.DecimalDigitNumber | 1u << (int)UnicodeCategory.LetterNumber
        | 1u << (int)UnicodeCategory.OtherNumber;

    private const uint Punctuation = 1u << (int)UnicodeCategory.ConnectorPunctuation | 1u << (int)UnicodeCategory.DashPunctuation
        | 1u << (int)UnicodeCategory.OpenPunctuation | 1u << (int)UnicodeCategory.ClosePunctuation
        | 1u << (int)UnicodeCategory.InitialQuotePunctuation | 1u << (int)UnicodeCategory.FinalQuotePunctuation
        | 1u << (int)UnicodeCategory.OtherPunctuation;

    private const uint Symbols = 1u << (int)UnicodeCategory.MathSymbol | 1u << (int)UnicodeCategory.CurrencySymbol
        | 1u << (int)UnicodeCategory.ModifierSymbol | 1u << (int)UnicodeCategory.OtherSymbol;

    private const uint Separators = 1u << (int)UnicodeCategory.SpaceSeparator | 1u << (int)UnicodeCategory.LineSeparator
        | 1u << (int)UnicodeCategory.ParagraphSeparator;

    private const uint Others = 1u << (int)UnicodeCategory.Control | 1u << (int)UnicodeCategory.Format
        | 1u << (int)UnicodeCategory.Surrogate | 1u << (int)UnicodeCategory.PrivateUse
        | 1u << (int)UnicodeCategory.OtherNotAssigned;

    private static uint Bit(UnicodeCategory category) => 1u << (int)category;
}
