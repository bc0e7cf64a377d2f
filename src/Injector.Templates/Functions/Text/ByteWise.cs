using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Text;

/// <summary>
/// Functions of sprig that look at bytes or code points one by one. Where the original takes single bytes for code points, text that is not ASCII
/// comes out changed; we keep that, because templates are compared byte for byte.
/// </summary>
internal static class ByteWise
{
    public static StringValue Initials(StringValue text)
    {
        using var output = new ByteBuffer(text.Length);
        var afterGap = true;
        foreach (var letter in text.Span)
        {
            if (GoCase.IsSpace(letter))
            {
                afterGap = true;
            }
            else if (afterGap)
            {
                RuneMapping.Append(output, letter);
                afterGap = false;
            }
        }

        return new StringValue(output.ToArray());
    }

    public static StringValue DeleteSpaces(StringValue text)
    {
        using var output = new ByteBuffer(text.Length);
        var found = false;
        foreach (var letter in text.Span)
        {
            if (GoCase.IsSpace(letter))
            {
                found = true;
            }
            else
            {
                RuneMapping.Append(output, letter);
            }
        }

        return found ? new StringValue(output.ToArray()) : text;
    }

    public static StringValue Untitle(StringValue text)
    {
        var atStart = true;
        return RuneMapping.Apply(text, rune =>
        {
            var mapped = atStart ? GoCase.Lower(rune) : rune;
            atStart = GoCase.IsSpace(rune);
            return mapped;
        });
    }

    public static StringValue SwapCase(StringValue text)
    {
        var afterSpace = true;
        return RuneMapping.Apply(text, rune =>
        {
            if (GoCase.IsUpper(rune) || GoCase.IsTitle(rune))
            {
                afterSpace = false;
                return GoCase.Lower(rune);
            }

            if (!GoCase.IsLower(rune))
            {
                afterSpace = GoCase.IsSpace(rune);
                return rune;
            }

            var mapped = afterSpace ? GoCase.Title(rune) : GoCase.Upper(rune);
            afterSpace = false;
            return mapped;
        });
    }
}
