using System.Globalization;
using System.Text;

namespace Injector.Injection.Pods;

/// <summary>Reads JSON strings that hold half a surrogate pair or broken UTF-8.</summary>
internal static class BrokenText
{
    /// <summary>Decodes the string, putting U+FFFD where there is no character.</summary>
    /// <param name="raw">The JSON string with its quotes.</param>
    public static string Repair(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw[1..^1]);
        var result = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '\\' || index + 1 == text.Length)
            {
                result.Append(text[index]);
                continue;
            }

            index++;
            if (text[index] == 'u' && int.TryParse(text.AsSpan(index + 1, Math.Min(4, text.Length - index - 1)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                result.Append((char)unit);
                index += 4;
            }
            else
            {
                result.Append(Unescaped(text[index]));
            }
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(result.ToString()));
    }

    private static char Unescaped(char letter) => letter switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => letter,
    };
}
