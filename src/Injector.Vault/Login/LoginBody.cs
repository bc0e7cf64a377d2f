using System.Buffers;
using System.Globalization;
using System.Text;

namespace Injector.Vault.Login;

/// <summary>
/// Writes the JSON object of a login or another small write. By hand: what <c>Utf8JsonWriter</c> prepares to escape for every kind of reader
/// would take half a millisecond of each start.
/// </summary>
internal static class LoginBody
{
    private const int Usual = 2048;

    public static ReadOnlyMemory<byte> Of(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var body = new ArrayBufferWriter<byte>(Usual);
        var separator = "{"u8;
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                body.Write(separator);
                WriteText(body, name);
                body.Write(":"u8);
                WriteText(body, value);
                separator = ","u8;
            }
        }

        body.Write(body.WrittenCount == 0 ? "{}"u8 : "}"u8);
        return body.WrittenMemory;
    }

    private static void WriteText(ArrayBufferWriter<byte> body, ReadOnlySpan<char> text)
    {
        body.Write("\""u8);
        while (EscapedIn(text) is >= 0 and var index)
        {
            Encoding.UTF8.GetBytes(text[..index], body);
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)text[index]:x4}"), body);
            text = text[(index + 1)..];
        }

        Encoding.UTF8.GetBytes(text, body);
        body.Write("\""u8);
    }

    private static int EscapedIn(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '"' or '\\' or < ' ')
            {
                return index;
            }
        }

        return -1;
    }
}
