using System.Text;

namespace Injector.Templates.Functions.Text;

/// <summary>Code points of byte strings the way Go sees them: an invalid byte is U+FFFD of width one.</summary>
internal static class Utf8Runes
{
    public const int Replacement = 0xFFFD;

    /// <summary>Decodes the first code point; width 0 only for an empty span.</summary>
    public static int Decode(ReadOnlySpan<byte> text, out int width)
    {
        if (text.IsEmpty)
        {
            width = 0;
            return Replacement;
        }

        if (text[0] < 0x80)
        {
            width = 1;
            return text[0];
        }

        if (Rune.DecodeFromUtf8(text, out var rune, out width) == System.Buffers.OperationStatus.Done)
        {
            return rune.Value;
        }

        width = 1;
        return Replacement;
    }

    /// <summary>Decodes the last code point of a span.</summary>
    public static int DecodeLast(ReadOnlySpan<byte> text, out int width)
    {
        if (text.IsEmpty)
        {
            width = 0;
            return Replacement;
        }

        if (text[^1] < 0x80)
        {
            width = 1;
            return text[^1];
        }

        if (Rune.DecodeLastFromUtf8(text, out var rune, out width) == System.Buffers.OperationStatus.Done)
        {
            return rune.Value;
        }

        width = 1;
        return Replacement;
    }

    public static bool IsWordByte(int rune) =>
        rune is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
