using System.Text;

namespace Injector.Templates.Lexing;

/// <summary>The classes of characters the language knows.</summary>
internal static class Characters
{
    /// <summary>The four characters that count as white space, in actions and for trimming.</summary>
    public static ReadOnlySpan<byte> Space => " \t\r\n"u8;

    public static bool IsSpace(int character) => character is ' ' or '\t' or '\r' or '\n';

    public static bool IsAlphanumeric(int character)
    {
        if (character < 0x80)
        {
            return character >= 0 && (char.IsAsciiLetterOrDigit((char)character) || character == '_');
        }

        var rune = new Rune(character);
        return Rune.IsLetter(rune) || Rune.IsDigit(rune);
    }

    /// <summary>For example <c>U+002D '-'</c>; without the quoted character when it cannot be printed.</summary>
    public static string Describe(int character)
    {
        var code = FormattableString.Invariant($"U+{character:X4}");
        var rune = new Rune(character);
        return Formatting.GoRune.IsPrintable(rune) ? $"{code} '{rune}'" : code;
    }
}
