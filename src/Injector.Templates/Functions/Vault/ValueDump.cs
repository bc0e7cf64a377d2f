using System.Globalization;
using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Vault;

/// <summary><c>spew_sdump</c>: values with their types and lengths, one element per line.</summary>
internal static class ValueDump
{
    private const int DeepestLevel = 100;

    public static StringValue Of(FunctionCall call)
    {
        using var output = new ByteBuffer();
        foreach (var operand in call.Operands)
        {
            Append(output, operand.Value, 0);
            output.Append('\n');
        }

        return new StringValue(output.ToArray());
    }

    private static void Append(ByteBuffer output, Value value, int level)
    {
        output.Append(value.IsNil ? "(interface {}) " : $"({value.TypeName}) ");
        if (Length(value) is { } length and > 0)
        {
            var capacity = value is ListValue ? string.Create(CultureInfo.InvariantCulture, $" cap={length}") : "";
            output.Append(string.Create(CultureInfo.InvariantCulture, $"(len={length}{capacity}) "));
        }

        switch (value)
        {
            case TextValue text:
                GoQuote.Append(output, text.Span, QuoteStyle.Printable);
                break;
            case ListValue or MapValue or AnyMapValue or ObjectValue { Fields.Count: > 0 } when level < DeepestLevel:
                AppendMembers(output, value, level);
                break;
            default:
                output.Append(ValueText.Of(value).Span);
                break;
        }
    }

    private static int? Length(Value value) => value switch
    {
        TextValue text => text.Length,
        ListValue list => list.Count,
        MapValue map => map.Count,
        AnyMapValue map => map.Count,
        _ => null,
    };

    private static void AppendMembers(ByteBuffer output, Value value, int level)
    {
        output.Append("{\n"u8);
        var first = true;
        foreach (var (key, member) in Members(value))
        {
            output.Append(first ? "" : ",\n");
            first = false;
            output.AppendRepeated((byte)' ', level + 1);
            if (key is not null)
            {
                Append(output, key, level + 1);
                output.Append(": "u8);
            }

            Append(output, member, level + 1);
        }

        output.Append(first ? "" : "\n");
        output.AppendRepeated((byte)' ', level);
        output.Append('}');
    }

    private static IEnumerable<(Value? Key, Value Member)> Members(Value value) => value switch
    {
        ListValue list => list.Items.ToArray().Select(static item => ((Value?)null, item)),
        MapValue map => map.Keys.ToArray().Zip(map.Values.ToArray(), static (key, member) => ((Value?)key, member)),
        AnyMapValue map => map.Entries.Select(static entry => ((Value?)entry.Key, entry.Value)),
        ObjectValue other => other.Fields.Select(static field => ((Value?)StringValue.From(field.Name), field.Value)),
        _ => [],
    };
}
