using System.Text;
using System.Text.Unicode;

namespace Injector.Templates.Formatting;

/// <summary>Byte strings as UTF-16, for messages.</summary>
internal static class GoText
{
    /// <summary>Decodes UTF-8; every byte that is none becomes one U+FFFD, where .NET takes up to three bytes for one.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            GoRune.Decode(bytes, out var rune, out var length);
            text.Append(rune.ToString());
            bytes = bytes[length..];
        }

        return text.ToString();
    }
}
