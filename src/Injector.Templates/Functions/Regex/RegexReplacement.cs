using System.Globalization;
using System.Text;

using Injector.Templates.Formatting;
using Injector.Templates.Functions.Text;

namespace Injector.Templates.Functions.Regex;

/// <summary>The replacement text of a pattern: <c>$1</c>, <c>${1}</c>, <c>$name</c>, <c>$$</c>.</summary>
internal sealed class RegexReplacement
{
    private readonly byte[] _text;
    private readonly bool _literal;

    private RegexReplacement(byte[] text, bool literal) => (_text, _literal) = (text, literal);

    /// <summary>A text in which the dollar sign has no meaning.</summary>
    public static RegexReplacement Literal(ReadOnlySpan<byte> text) => new(text.ToArray(), literal: true);

    /// <summary>A text in which the dollar sign names groups.</summary>
    public static RegexReplacement Template(ReadOnlySpan<byte> text) => new(text.ToArray(), literal: text.IndexOf((byte)'$') < 0);

    public void WriteTo(ByteBuffer output, ReadOnlySpan<byte> text, ReadOnlySpan<int> captures, IReadOnlyList<string> names)
    {
        ReadOnlySpan<byte> rest = _text;
        while (!_literal && rest.IndexOf((byte)'$') is var dollar and >= 0)
        {
            output.Append(rest[..dollar]);
            rest = rest[(dollar + 1)..];
            if (rest.StartsWith("$"u8))
            {
                output.Append("$"u8);
                rest = rest[1..];
            }
            else if (TryReadName(ref rest, out var name))
            {
                WriteGroup(output, text, captures, names, name);
            }
            else
            {
                output.Append("$"u8);
            }
        }

        output.Append(rest);
    }

    private static void WriteGroup(
        ByteBuffer output, ReadOnlySpan<byte> text, ReadOnlySpan<int> captures, IReadOnlyList<string> names, string name)
    {
        if (TryParseIndex(name, out var index))
        {
            Write(output, text, captures, index);
            return;
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name && captures[2 * i] >= 0)
            {
                Write(output, text, captures, i);
                return;
            }
        }
    }

    private static void Write(ByteBuffer output, ReadOnlySpan<byte> text, ReadOnlySpan<int> captures, int index)
    {
        if (2 * index + 1 < captures.Length && captures[2 * index] >= 0)
        {
            output.Append(text[captures[2 * index]..captures[2 * index + 1]]);
        }
    }

    private static bool TryParseIndex(string name, out int index)
    {
        index = -1;
        return !(name.Length > 1 && name[0] == '0') && name.All(char.IsAsciiDigit)
            && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index < 1_000_000_000;
    }

    /// <summary>Reads the longest name of letters, digits and underscores, perhaps in braces.</summary>
    private static bool TryReadName(ref ReadOnlySpan<byte> rest, out string name)
    {
        name = "";
        var braced = rest.StartsWith("{"u8);
        var body = braced ? rest[1..] : rest;
        var length = 0;
        while (length < body.Length && IsNameRune(Utf8Runes.Decode(body[length..], out var width)))
        {
            length += width;
        }

        if (length == 0 || (braced && !body[length..].StartsWith("}"u8)))
        {
            return false;
        }

        name = Encoding.UTF8.GetString(body[..length]);
        rest = body[(braced ? length + 1 : length)..];
        return true;
    }

    private static bool IsNameRune(int value) => value == '_'
        || (Rune.IsValid(value) && (Rune.IsLetter(new Rune(value))
            || Rune.GetUnicodeCategory(new Rune(value)) == UnicodeCategory.DecimalDigitNumber));
}
