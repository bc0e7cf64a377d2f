using System.Text;
using System.Text.Unicode;

namespace Injector.Templates.Functions.Yaml;

/// <content>Texts: which style they need.</content>
internal sealed partial class YamlEncoder
{
    private const int BinaryLineLength = 70;

    private void WriteText(ReadOnlySpan<byte> text, bool isKey)
    {
        if (!Utf8.IsValid(text))
        {
            var encoded = Encoding.ASCII.GetBytes(InLines(Convert.ToBase64String(text)));
            Emit(encoded, encoded.Contains((byte)'\n') ? YamlScalarStyle.Literal : YamlScalarStyle.Plain, "!!binary", isKey);
            return;
        }

        var style = text.Contains((byte)'\n')
            ? YamlScalarStyle.Literal
            : YamlScalar.Resolve(text).Tag == YamlTags.Text && !IsSexagesimal(text) ? YamlScalarStyle.Plain : YamlScalarStyle.DoubleQuoted;
        Emit(text, style, "", isKey);
    }

    /// <summary>More than one line: every line ends with a break.</summary>
    private static string InLines(string encoded)
    {
        if (encoded.Length < BinaryLineLength)
        {
            return encoded;
        }

        var lines = new StringBuilder();
        for (var i = 0; i < encoded.Length; i += BinaryLineLength)
        {
            lines.Append(encoded, i, Math.Min(BinaryLineLength, encoded.Length - i)).Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>Numbers like 12:30:45 are quoted for readers of YAML 1.1 that count in sixties.</summary>
    private static bool IsSexagesimal(ReadOnlySpan<byte> text)
    {
        text = text.StartsWith("+"u8) || text.StartsWith("-"u8) ? text[1..] : text;
        var colon = text.IndexOf((byte)':');
        if (colon < 1 || !char.IsAsciiDigit((char)text[0]) || !IsDigits(text[..colon]))
        {
            return false;
        }

        var point = text.IndexOf((byte)'.');
        if (point >= 0 && (point < colon || !IsDigits(text[(point + 1)..])))
        {
            return false;
        }

        var parts = text[(colon + 1)..(point < 0 ? text.Length : point)];
        foreach (var range in parts.Split((byte)':'))
        {
            if (!IsBelowSixty(parts[range]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDigits(ReadOnlySpan<byte> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit((char)letter) && letter != '_')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBelowSixty(ReadOnlySpan<byte> part) => part.Length switch
    {
        1 => char.IsAsciiDigit((char)part[0]),
        2 => part[0] is >= (byte)'0' and <= (byte)'5' && char.IsAsciiDigit((char)part[1]),
        _ => false,
    };
}
