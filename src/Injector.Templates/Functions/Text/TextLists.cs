using System.Globalization;
using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Text;

/// <summary>sprig's functions between texts and lists.</summary>
internal static class TextLists
{
    /// <summary>The elements of a list as texts without nil; anything else is a list of one.</summary>
    public static Value[] Texts(Value value)
    {
        if (value is not ListValue list)
        {
            return value.IsNil ? [] : [ValueText.Of(value)];
        }

        var texts = new List<Value>(list.Count);
        foreach (var item in list.Items)
        {
            if (!item.IsNil)
            {
                texts.Add(ValueText.Of(item));
            }
        }

        return [.. texts];
    }

    public static ListValue Sort(Value value)
    {
        var texts = Texts(value.IsNil ? ValueText.Of(value) : value);
        Array.Sort(texts, static (left, right) => ((StringValue)left).Span.SequenceCompareTo(((StringValue)right).Span));
        return ListValue.OfStrings(texts);
    }

    public static MapValue Numbered(Value[] pieces)
    {
        var map = MapValue.CreateOfStrings(pieces.Length);
        for (var i = 0; i < pieces.Length; i++)
        {
            map.Set(string.Create(CultureInfo.InvariantCulture, $"_{i}"), pieces[i]);
        }

        return map;
    }

    public static StringValue Cat(FunctionCall call)
    {
        using var output = new ByteBuffer();
        foreach (var operand in call.Operands)
        {
            if (!operand.Value.IsNil)
            {
                output.Append(ValueText.Of(operand.Value).Span);
                output.Append(' ');
            }
        }

        output.Truncate(Math.Max(0, output.Length - 1));
        return new StringValue(output.ToArray());
    }

    public static StringValue Quote(FunctionCall call)
    {
        using var output = new ByteBuffer();
        foreach (var operand in call.Operands)
        {
            if (!operand.Value.IsNil)
            {
                Separate(output);
                GoQuote.Append(output, ValueText.Of(operand.Value).Span, QuoteStyle.Printable);
            }
        }

        return new StringValue(output.ToArray());
    }

    public static StringValue SingleQuote(FunctionCall call)
    {
        using var output = new ByteBuffer();
        foreach (var operand in call.Operands)
        {
            if (!operand.Value.IsNil)
            {
                Separate(output);
                output.Append('\'');
                output.Append(ValueText.Of(operand.Value).Span);
                output.Append('\'');
            }
        }

        return new StringValue(output.ToArray());
    }

    private static void Separate(ByteBuffer output)
    {
        if (output.Length > 0)
        {
            output.Append(' ');
        }
    }
}
