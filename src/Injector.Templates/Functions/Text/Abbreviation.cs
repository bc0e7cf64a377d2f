using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Text;

/// <summary><c>sprig_abbrev</c> and <c>sprig_abbrevboth</c>: cut a text down and put three dots where something is missing. Widths count bytes.</summary>
internal static class Abbreviation
{
    private const int MarkerLength = 3;
    private const int LargestLeftEdge = 4;

    public static StringValue Right(StringValue text, long width) => width < 4 ? text : Both(text, 0, width);

    public static StringValue LeftAndRight(StringValue text, long offset, long width) =>
        width < 4 || (offset > 0 && width < 7) ? text : Both(text, offset, width);

    private static StringValue Both(StringValue text, long offset, long width)
    {
        if (text.Length <= width)
        {
            return text;
        }

        var length = text.Length;
        offset = Math.Min(offset, length);
        offset = length - offset < width - MarkerLength ? length - (width - MarkerLength) : offset;
        if (offset <= LargestLeftEdge)
        {
            return Surround("", text.Span[..(int)(width - MarkerLength)], "...");
        }

        if (width < 7)
        {
            return StringValue.Empty;
        }

        if (offset + width - MarkerLength >= length)
        {
            return Surround("...", text.Span[(int)(length - (width - MarkerLength))..], "");
        }

        var rest = ByteText.Slice(text, (int)offset, length);
        return Surround("...", Both(rest, 0, width - MarkerLength).Span, "");
    }

    private static StringValue Surround(string before, ReadOnlySpan<byte> text, string after)
    {
        using var output = new ByteBuffer(text.Length + 8);
        output.Append(before);
        output.Append(text);
        output.Append(after);
        return new StringValue(output.ToArray());
    }
}
