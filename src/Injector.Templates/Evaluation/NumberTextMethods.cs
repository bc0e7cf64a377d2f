using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Parsing;
using Injector.Templates.Values;

namespace Injector.Templates.Evaluation;

/// <summary>The methods of <c>json.Number</c>.</summary>
internal static class NumberTextMethods
{
    private static readonly FunctionDefinition Text = new("String", [], GoType.String, static call => new StringValue(Receiver(call).Bytes));
    private static readonly FunctionDefinition Integer = new("Int64", [], GoType.Int64, ToInteger);
    private static readonly FunctionDefinition Float = new("Float64", [], GoType.Float64, ToFloat);

    public static bool TryFind(string name, [NotNullWhen(true)] out FunctionDefinition? method)
    {
        method = name switch { "String" => Text, "Int64" => Integer, "Float64" => Float, _ => null };
        return method is not null;
    }

    private static NumberTextValue Receiver(FunctionCall call) => (NumberTextValue)call.Receiver;

    private static Value ToInteger(FunctionCall call)
    {
        var digits = Receiver(call).Span;
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return IntegerValue.Int64(number);
        }

        var isWhole = digits.TrimStart((byte)'-').IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
        var cause = isWhole && !digits.IsEmpty ? "value out of range" : StringLiteral.InvalidSyntax;
        return call.Fail($"strconv.ParseInt: parsing {GoQuote.Quote(Receiver(call).Decode())}: {cause}");
    }

    private static Value ToFloat(FunctionCall call)
    {
        var outcome = GoFloat.TryParse(Receiver(call).Span, out var number);
        if (outcome == FloatOutcome.Number)
        {
            return new FloatValue(number);
        }

        var cause = outcome == FloatOutcome.OutOfRange ? "value out of range" : StringLiteral.InvalidSyntax;
        return call.Fail($"strconv.ParseFloat: parsing {GoQuote.Quote(Receiver(call).Decode())}: {cause}");
    }
}
