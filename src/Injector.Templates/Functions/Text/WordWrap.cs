using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Text;

/// <summary><c>sprig_wrap</c> and <c>sprig_wrapWith</c>: line breaks in place of blanks. Widths count bytes.</summary>
internal static class WordWrap
{
    public static StringValue Apply(StringValue text, long width, ReadOnlySpan<byte> lineBreak, LongWords longWords)
    {
        if (text.Length == 0)
        {
            return text;
        }

        width = Math.Max(width, 1);
        using var output = new ByteBuffer(text.Length + 64);
        var rest = text.Span;
        while (rest.Length > width)
        {
            if (rest[0] == ' ')
            {
                rest = rest[1..];
                continue;
            }

            var blank = rest[..(int)(width + 1)].LastIndexOf((byte)' ');
            if (blank >= 0)
            {
                AppendLine(output, ref rest, blank, blank + 1, lineBreak);
            }
            else if (longWords == LongWords.Break)
            {
                AppendLine(output, ref rest, (int)width, (int)width, lineBreak);
            }
            else if (rest[(int)width..].IndexOf((byte)' ') is var next and >= 0)
            {
                AppendLine(output, ref rest, (int)width + next, (int)width + next + 1, lineBreak);
            }
            else
            {
                break;
            }
        }

        output.Append(rest);
        return new StringValue(output.ToArray());
    }

    private static void AppendLine(ByteBuffer output, ref ReadOnlySpan<byte> rest, int length, int next, ReadOnlySpan<byte> lineBreak)
    {
        output.Append(rest[..length]);
        output.Append(lineBreak.IsEmpty ? "\n"u8 : lineBreak);
        rest = rest[next..];
    }
}
