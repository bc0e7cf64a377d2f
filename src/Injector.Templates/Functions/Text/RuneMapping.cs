using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Text;

/// <summary>Texts whose code points are replaced one by one; an invalid byte becomes U+FFFD, as in Go.</summary>
internal static class RuneMapping
{
    public static StringValue Apply(StringValue text, Func<int, int> map)
    {
        using var output = new ByteBuffer(text.Length + 16);
        var rest = text.Span;
        while (!rest.IsEmpty)
        {
            Append(output, map(Utf8Runes.Decode(rest, out var width)));
            rest = rest[width..];
        }

        return new StringValue(output.ToArray());
    }

    /// <summary>Appends a code point; what is none becomes U+FFFD.</summary>
    public static void Append(ByteBuffer output, int rune)
    {
        if (rune < 0x80)
        {
            output.Append((byte)rune);
        }
        else
        {
            output.Append(Rune.IsValid(rune) ? new Rune(rune) : Rune.ReplacementChar);
        }
    }

    public static StringValue Upper(StringValue text) => Apply(text, static rune => GoCase.Upper(rune));

    public static StringValue Lower(StringValue text) => Apply(text, static rune => GoCase.Lower(rune));

    /// <summary>Go's <c>strings.Title</c>: the first letter of every word, words being letters, digits and underscores.</summary>
    public static StringValue Title(StringValue text)
    {
        var before = (int)' ';
        return Apply(text, rune =>
        {
            var mapped = IsSeparator(before) ? GoCase.Title(rune) : rune;
            before = rune;
            return mapped;
        });
    }

    private static bool IsSeparator(int rune)
    {
        if (rune < 0x80)
        {
            return !Utf8Runes.IsWordByte(rune);
        }

        return Rune.IsValid(rune) && !Rune.IsLetter(new Rune(rune)) && !Rune.IsDigit(new Rune(rune)) && GoCase.IsSpace(rune);
    }
}
