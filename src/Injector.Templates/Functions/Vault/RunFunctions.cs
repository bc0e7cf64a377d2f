using System.Globalization;
using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Maps;
using Injector.Templates.Functions.Numbers;
using Injector.Templates.Values;
using static Injector.Templates.Calling.FunctionTraits;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Vault;

/// <summary>Functions about the running template: loops, the scratch store, debugging.</summary>
internal static class RunFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        FunctionDefinition.Variadic("loop", [Any], Channel, static call => Loop(call)),
        // What goes into the store may be a map of the host, and MapSet changes it.
        new("scratch", [], Scratch, static _ => ScratchValue.Instance) { Traits = ChangesArguments },
        FunctionDefinition.Variadic("executeTemplate", [GoType.String, Any], GoType.String, static call => call.Count > 2
            ? call.Fail(string.Create(CultureInfo.InvariantCulture, $"executeTemplate: wrong number of arguments, expected 1 or 2, but got {call.Count}"))
            : call.ExecuteTemplate(call.Text(0), call.Count > 1 ? call[1] : Value.Nil)),
        FunctionDefinition.Variadic("spew_sdump", [Any], GoType.String, static call => ValueDump.Of(call)),
        FunctionDefinition.Variadic("spew_sprintf", [GoType.String, Any], GoType.String, static call => Sprintf(call)),
        // The originals print to the agent's output, which would put secrets into its log.
        FunctionDefinition.Variadic("spew_dump", [Any], GoType.String, static _ => StringValue.Empty),
        FunctionDefinition.Variadic("spew_printf", [GoType.String, Any], GoType.String, static _ => StringValue.Empty),
    ];

    private static Value Loop(FunctionCall call)
    {
        if (call.Count is 0 or > 2)
        {
            return call.Fail(string.Create(CultureInfo.InvariantCulture, $"loop: wrong number of arguments, expected 1 or 2, but got {call.Count}"));
        }

        long start = 0;
        return (call.Count == 1 || TryNumber(call, 0, out start)) && TryNumber(call, call.Count - 1, out var end)
            ? new ChannelValue(start, end)
            : Value.Nil;
    }

    private static bool TryNumber(FunctionCall call, int index, out long number)
    {
        number = 0;
        switch (call[index])
        {
            case IntegerValue integer:
                number = integer.Signed;
                return true;
            case TextValue text when ParseFunctions.ReadInt(text.Span, out number, out var problem):
                return problem.Length == 0;
            case TextValue text:
                ParseFunctions.ReadInt(text.Span, out _, out var syntax);
                call.Fail(syntax);
                return false;
            default:
                call.Fail("loop: bad argument type: " + call[index].TypeName);
                return false;
        }
    }

    private static StringValue Sprintf(FunctionCall call)
    {
        using var output = new ByteBuffer();
        FormatString.Append(output, call.Bytes(0), call.ToArray(1));
        return new StringValue(output.ToArray());
    }
}
