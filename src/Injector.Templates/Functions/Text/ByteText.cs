using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Text;

/// <summary>Go's <c>strings</c> functions on byte strings.</summary>
internal static class ByteText
{
    public static StringValue Slice(StringValue text, int start, int end) =>
        start == 0 && end == text.Length ? text : new StringValue(text.Bytes[start..end]);

    public static StringValue TrimSpace(StringValue text)
    {
        var (start, end) = Trimmed(text.Span);
        return Slice(text, start, end);
    }

    /// <summary>Where a text starts and ends without white space around it.</summary>
    public static (int Start, int End) Trimmed(ReadOnlySpan<byte> text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && GoCase.IsSpace(Utf8Runes.Decode(text[start..end], out var width)))
        {
            start += width;
        }

        while (end > start && GoCase.IsSpace(Utf8Runes.DecodeLast(text[start..end], out var width)))
        {
            end -= width;
        }

        return (start, end);
    }

    /// <summary>Cuts code points of a set off both ends.</summary>
    public static StringValue Trim(StringValue text, ReadOnlySpan<byte> cutSet)
    {
        var (start, end) = (0, text.Length);
        while (start < end && ContainsRune(cutSet, Utf8Runes.Decode(text.Span[start..end], out var width)))
        {
            start += width;
        }

        while (end > start && ContainsRune(cutSet, Utf8Runes.DecodeLast(text.Span[start..end], out var width)))
        {
            end -= width;
        }

        return Slice(text, start, end);
    }

    public static StringValue TrimPrefix(StringValue text, ReadOnlySpan<byte> prefix) =>
        text.Span.StartsWith(prefix) ? Slice(text, prefix.Length, text.Length) : text;

    public static StringValue TrimSuffix(StringValue text, ReadOnlySpan<byte> suffix) =>
        text.Span.EndsWith(suffix) ? Slice(text, 0, text.Length - suffix.Length) : text;

    private static bool ContainsRune(ReadOnlySpan<byte> set, int rune)
    {
        while (!set.IsEmpty)
        {
            if (Utf8Runes.Decode(set, out var width) == rune)
            {
                return true;
            }

            set = set[width..];
        }

        return false;
    }

    /// <summary>Splits at a separator into at most <paramref name="limit"/> pieces (all if negative); an empty separator splits into code points.</summary>
    public static Value[] Split(StringValue text, ReadOnlySpan<byte> separator, long limit = -1)
    {
        if (limit == 0)
        {
            return [];
        }

        var pieces = new List<Value>();
        var start = 0;
        while (limit < 0 || pieces.Count < limit - 1)
        {
            var rest = text.Span[start..];
            var length = PieceLength(rest, separator);
            if (length < 0)
            {
                break;
            }

            pieces.Add(Slice(text, start, start + length));
            start += length + separator.Length;
        }

        if (!separator.IsEmpty || start < text.Length)
        {
            pieces.Add(Slice(text, start, text.Length));
        }

        return [.. pieces];
    }

    private static int PieceLength(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> separator)
    {
        if (!separator.IsEmpty)
        {
            return rest.IndexOf(separator);
        }

        Utf8Runes.Decode(rest, out var width);
        return width > 0 ? width : -1;
    }

    public static StringValue Join(ReadOnlySpan<Value> texts, ReadOnlySpan<byte> separator)
    {
        using var output = new ByteBuffer();
        for (var i = 0; i < texts.Length; i++)
        {
            output.Append(i == 0 ? [] : separator);
            output.Append(((TextValue)texts[i]).Span);
        }

        return new StringValue(output.ToArray());
    }

    /// <summary>Replaces every occurrence; an empty <paramref name="from"/> occurs before every code point and at the end.</summary>
    public static StringValue ReplaceAll(StringValue text, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        if (!from.IsEmpty && text.Span.IndexOf(from) < 0)
        {
            return text;
        }

        using var output = new ByteBuffer(text.Length + to.Length);
        var rest = text.Span;
        while (from.IsEmpty ? !rest.IsEmpty : rest.IndexOf(from) >= 0)
        {
            if (from.IsEmpty)
            {
                Utf8Runes.Decode(rest, out var width);
                output.Append(to);
                output.Append(rest[..width]);
                rest = rest[width..];
            }
            else
            {
                var index = rest.IndexOf(from);
                output.Append(rest[..index]);
                output.Append(to);
                rest = rest[(index + from.Length)..];
            }
        }

        output.Append(from.IsEmpty ? to : rest);
        return new StringValue(output.ToArray());
    }

    /// <summary>Puts blanks in front of every line that is not empty.</summary>
    public static StringValue IndentLines(ReadOnlySpan<byte> text, int blanks)
    {
        using var output = new ByteBuffer(text.Length + 64);
        var atLineStart = true;
        foreach (var letter in text)
        {
            if (atLineStart && letter != '\n')
            {
                output.AppendRepeated((byte)' ', blanks);
            }

            output.Append(letter);
            atLineStart = letter == '\n';
        }

        return new StringValue(output.ToArray());
    }
}
