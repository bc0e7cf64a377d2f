using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Injector.Vault.Faults;

/// <summary>
/// Puts U+FFFD where a JSON text holds what is no character: bytes that are not UTF-8, and escapes of half a surrogate pair. Go reads such
/// texts that way; the reader used here throws only when such a text is taken out, long after parsing.
/// </summary>
public static class JsonRepair
{
    private const int EscapeLength = 6;

    /// <summary>Repairs a text.</summary>
    /// <param name="json">The text; broken escapes are replaced in place.</param>
    /// <returns>The same array, or a new one when bytes had to be replaced; the old one is erased then.</returns>
    public static byte[] Repair(byte[] json)
    {
        var text = Utf8.IsValid(json) ? json : ReplaceBytes(json);
        ReplaceEscapes(text);
        return text;
    }

    private static byte[] ReplaceBytes(byte[] json)
    {
        var whole = new ArrayBufferWriter<byte>(json.Length * 3);
        for (ReadOnlySpan<byte> rest = json; !rest.IsEmpty;)
        {
            // Like Go, one replacement for each byte that begins no character.
            if (Rune.DecodeFromUtf8(rest, out _, out var length) == OperationStatus.Done)
            {
                whole.Write(rest[..length]);
                rest = rest[length..];
            }
            else
            {
                whole.Write("\uFFFD"u8);
                rest = rest[1..];
            }
        }

        CryptographicOperations.ZeroMemory(json);
        return whole.WrittenSpan.ToArray();
    }

    private static void ReplaceEscapes(Span<byte> text)
    {
        while (text.IndexOf((byte)'\\') is var at and >= 0)
        {
            text = text[at..];
            var unit = UnitOf(text);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(UnitOf(text[EscapeLength..])))
            {
                text = text[(2 * EscapeLength)..];
            }
            else if (char.IsSurrogate(unit))
            {
                "\\ufffd"u8.CopyTo(text);
                text = text[EscapeLength..];
            }
            else
            {
                text = text[Math.Min(2, text.Length)..];
            }
        }
    }

    // The UTF-16 unit of the escape at the beginning; zero when there is none.
    private static char UnitOf(ReadOnlySpan<byte> text) =>
        text.Length >= EscapeLength && text[0] == '\\' && text[1] == 'u' && ushort.TryParse(text[2..EscapeLength], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit)
            ? (char)unit
            : '\0';
}
