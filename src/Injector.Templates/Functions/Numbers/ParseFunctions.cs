using System.Text;
using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Parsing;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Numbers;

/// <summary>consul-template's functions from text to numbers and truth values; the empty text is zero.</summary>
internal static class ParseFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("parseBool", [GoType.String], Bool, static call => ParseBool(call)),
        new("parseFloat", [GoType.String], Float64, static call => ParseFloat(call)),
        new("parseInt", [GoType.String], GoType.Int64, static call => ParseInt(call)),
        new("parseUint", [GoType.String], GoType.UInt64, static call => ParseUint(call)),
    ];

    private static Value ParseBool(FunctionCall call) => call.Text(0) switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => BoolValue.True,
        "" or "0" or "f" or "F" or "false" or "FALSE" or "False" => BoolValue.False,
        _ => call.Fail("parseBool: " + Problem("ParseBool", call.Bytes(0), NumberSyntax.InvalidSyntax)),
    };

    private static Value ParseFloat(FunctionCall call)
    {
        if (call.Bytes(0).IsEmpty)
        {
            return new FloatValue(0);
        }

        return GoFloat.TryParse(call.Bytes(0), out var value) switch
        {
            FloatOutcome.Number => new FloatValue(value),
            FloatOutcome.OutOfRange => call.Fail("parseFloat: " + Problem("ParseFloat", call.Bytes(0), NumberSyntax.OutOfRange)),
            _ => call.Fail("parseFloat: " + Problem("ParseFloat", call.Bytes(0), NumberSyntax.InvalidSyntax)),
        };
    }

    private static Value ParseInt(FunctionCall call)
    {
        var syntax = ReadInt(call.Bytes(0), out var value, out var problem);
        return syntax ? IntegerValue.Int64(value) : call.Fail(problem);
    }

    /// <summary>What <c>parseInt</c> does; <c>loop</c> takes texts the same way.</summary>
    public static bool ReadInt(ReadOnlySpan<byte> text, out long value, out string problem)
    {
        value = 0;
        var syntax = text.IsEmpty ? NumberSyntax.Valid : GoInteger.ParseSigned(text, 10, out value);
        problem = syntax == NumberSyntax.Valid ? "" : "parseInt: " + Problem("ParseInt", text, syntax);
        return syntax == NumberSyntax.Valid;
    }

    private static Value ParseUint(FunctionCall call)
    {
        ulong value = 0;
        var syntax = call.Bytes(0).IsEmpty ? NumberSyntax.Valid : GoInteger.ParseUnsigned(call.Bytes(0), 10, out value);
        return syntax == NumberSyntax.Valid
            ? IntegerValue.UInt64(value)
            : call.Fail("parseUint: " + Problem("ParseUint", call.Bytes(0), syntax));
    }

    private static string Problem(string function, ReadOnlySpan<byte> text, NumberSyntax syntax)
    {
        var quoted = Encoding.UTF8.GetString(GoQuote.Quote(text));
        var reason = syntax == NumberSyntax.OutOfRange ? "value out of range" : "invalid syntax";
        return $"strconv.{function}: parsing {quoted}: {reason}";
    }
}
