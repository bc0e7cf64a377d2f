using System.Buffers;
using System.Globalization;
using System.Text;

namespace Injector.Templates.Formatting;

/// <summary>Code points the way Go sees them.</summary>
internal static class GoRune
{
    /// <summary>Takes one code point off the front; a byte that is not UTF-8 counts as one code point of one byte, U+FFFD.</summary>
    /// <returns>False for such a byte.</returns>
    public static bool Decode(ReadOnlySpan<byte> bytes, out Rune rune, out int length)
    {
        if (bytes[0] < 0x80)
        {
            rune = new Rune((char)bytes[0]);
            length = 1;
            return true;
        }

        if (Rune.DecodeFromUtf8(bytes, out rune, out length) == OperationStatus.Done)
        {
            return true;
        }

        rune = Rune.ReplacementChar;
        length = 1;
        return false;
    }

    /// <summary>Number of code points.</summary>
    public static int Count(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        while (!bytes.IsEmpty)
        {
            Decode(bytes, out _, out var length);
            bytes = bytes[length..];
            count++;
        }

        return count;
    }

    /// <summary>Whether Go prints the code point as it is: letters, marks, numbers, punctuation, symbols, and the plain blank.</summary>
    public static bool IsPrintable(Rune rune)
    {
        if (rune.Value < 0x7F)
        {
            return rune.Value >= ' ';
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse => false,
            UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator => false,
            UnicodeCategory.ParagraphSeparator => false,
            _ => true,
        };
    }
}
