using System.Text;

namespace Injector.Templates.Functions.Text;

/// <summary>Simple case mappings of single code points, as Go's <c>unicode</c> package has them: invariant, one to one.</summary>
internal static class GoCase
{
    public static int Upper(int rune)
    {
        if (rune < 0x80)
        {
            return rune is >= 'a' and <= 'z' ? rune - 32 : rune;
        }

        // .NET leaves these two alone so that its mapping can be undone.
        return rune switch
        {
            0x131 => 'I',
            0x17F => 'S',
            _ => Rune.IsValid(rune) ? Rune.ToUpperInvariant(new Rune(rune)).Value : rune,
        };
    }

    public static int Lower(int rune)
    {
        if (rune < 0x80)
        {
            return rune is >= 'A' and <= 'Z' ? rune + 32 : rune;
        }

        return rune switch
        {
            0x130 => 'i',
            _ => Rune.IsValid(rune) ? Rune.ToLowerInvariant(new Rune(rune)).Value : rune,
        };
    }

    public static int Title(int rune) => rune switch
    {
        >= 0x1C4 and <= 0x1CC => (rune - 0x1C4) / 3 * 3 + 0x1C5,
        >= 0x1F1 and <= 0x1F3 => 0x1F2,
        >= 0x10D0 and <= 0x10FF => rune,
        _ => Upper(rune),
    };

    public static bool IsUpper(int rune) => Rune.IsValid(rune) && Rune.IsUpper(new Rune(rune));

    public static bool IsLower(int rune) => Rune.IsValid(rune) && Rune.IsLower(new Rune(rune));

    public static bool IsTitle(int rune) =>
        Rune.IsValid(rune) && Rune.GetUnicodeCategory(new Rune(rune)) == System.Globalization.UnicodeCategory.TitlecaseLetter;

    public static bool IsSpace(int rune) => rune switch
    {
        '\t' or '\n' or '\v' or '\f' or '\r' or ' ' or 0x85 or 0xA0 => true,
        0x1680 or (>= 0x2000 and <= 0x200A) or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000 => true,
        _ => false,
    };
}
