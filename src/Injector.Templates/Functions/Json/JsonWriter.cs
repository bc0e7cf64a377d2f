using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Dates;
using Injector.Templates.Functions.Numbers;
using Injector.Templates.Functions.Text;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Json;

/// <summary>Writes values as JSON byte for byte like Go's <c>encoding/json</c>.</summary>
internal sealed class JsonWriter(ByteBuffer output, JsonStyle style, int limit)
{
    /// <summary>Levels of lists and maps. A map that contains itself ends here.</summary>
    private const int MaximumDepth = 10_000;

    private int _depth;

    /// <summary>Writes a value; the result is Go's error text, or null.</summary>
    public string? Write(Value value)
    {
        switch (value)
        {
            case StringValue text:
                WriteString(text.Span);
                return null;
            case NumberTextValue number:
                return WriteNumber(number);
            case BoolValue flag:
                output.Append(flag.IsTrue ? "true"u8 : "false"u8);
                return null;
            case IntegerValue number:
                WriteInteger(number);
                return null;
            case FloatValue number:
                return WriteFloat(number.Number);
            case NilValue or NilPointerValue or ListValue { IsNilList: true } or MapValue { IsNilMap: true }:
                output.Append("null"u8);
                return null;
            case TimeValue time:
                WriteString(time.ToJsonText());
                return null;
            case ObjectValue { OwnText: { } own }:
                WriteString(own.Span);
                return null;
            case ListValue or MapValue or ObjectValue:
                return WriteNested(value);
            default:
                return "json: unsupported type: " + value.TypeName;
        }
    }

    private string? WriteNested(Value value)
    {
        if (_depth >= MaximumDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return "json: unsupported value: encountered a cycle via " + value.TypeName;
        }

        if (output.Length > limit)
        {
            return TextSize.Problem(limit);
        }

        _depth++;
        var problem = value switch
        {
            ListValue list => WriteList(list),
            MapValue map => WriteMap(map),
            _ => WriteObject((ObjectValue)value),
        };
        _depth--;
        return problem;
    }

    private string? WriteList(ListValue list)
    {
        output.Append('[');
        var first = true;
        foreach (var item in list.Items)
        {
            Separate(ref first);
            if (Write(item) is { } problem)
            {
                return problem;
            }
        }

        Close(first, ']');
        return null;
    }

    private string? WriteMap(MapValue map)
    {
        output.Append('{');
        var first = true;
        var keys = map.Keys;
        var values = map.Values;
        for (var i = 0; i < keys.Length; i++)
        {
            Separate(ref first);
            WriteKey(keys[i].Span);
            if (Write(values[i]) is { } problem)
            {
                return problem;
            }
        }

        Close(first, '}');
        return null;
    }

    private string? WriteObject(ObjectValue value)
    {
        output.Append('{');
        var first = true;
        foreach (var field in value.Fields)
        {
            Separate(ref first);
            WriteKey(Encoding.UTF8.GetBytes(field.Name));
            if (Write(field.Value) is { } problem)
            {
                return problem;
            }
        }

        Close(first, '}');
        return null;
    }

    private void WriteKey(ReadOnlySpan<byte> key)
    {
        WriteString(key);
        output.Append((style & JsonStyle.Indented) != 0 ? ": "u8 : ":"u8);
    }

    private void Separate(ref bool first)
    {
        if (!first)
        {
            output.Append(',');
        }

        first = false;
        NewLine(_depth);
    }

    private void Close(bool empty, char bracket)
    {
        if (!empty)
        {
            NewLine(_depth - 1);
        }

        output.Append(bracket);
    }

    private void NewLine(int level)
    {
        if ((style & JsonStyle.Indented) != 0)
        {
            output.Append('\n');
            output.AppendRepeated((byte)' ', 2 * level);
        }
    }

    private void WriteInteger(IntegerValue number)
    {
        Span<byte> digits = stackalloc byte[24];
        var length = 0;
        _ = number.IsUnsigned
            ? number.Unsigned.TryFormat(digits, out length, default, CultureInfo.InvariantCulture)
            : number.Signed.TryFormat(digits, out length, default, CultureInfo.InvariantCulture);
        output.Append(digits[..length]);
    }

    private string? WriteNumber(NumberTextValue number)
    {
        if (number.Length == 0)
        {
            output.Append('0');
            return null;
        }

        if (!JsonNumber.IsValid(number.Span))
        {
            return "json: invalid number literal " + GoQuote.Quote(number.Decode());
        }

        output.Append(number.Span);
        return null;
    }

    private string? WriteFloat(double value)
    {
        if (!double.IsFinite(value))
        {
            return "json: unsupported value: " + (double.IsNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf");
        }

        Span<byte> space = stackalloc byte[32];
        var shortest = ShortestDecimal.Of(value, space);
        var size = Math.Abs(value);
        if (size != 0 && (size < 1e-6 || size >= 1e21))
        {
            shortest.AppendExponential(output, 1);
        }
        else
        {
            shortest.AppendPlain(output);
        }

        return null;
    }

    private void WriteString(ReadOnlySpan<byte> text)
    {
        output.Append('"');
        JsonEscape.Append(output, text, style);
        output.Append('"');
    }
}
