using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Functions.Text;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Toml;

/// <summary>consul-template's TOML function.</summary>
internal static class TomlFunctions
{
    public static readonly FunctionDefinition[] All = [new("toTOML", [Any], GoType.String, static call => Write(call))];

    private static Value Write(FunctionCall call)
    {
        if (call[0].IsNil)
        {
            // The original does not return this but panics, which is why its name does not stand in front.
            return call.Fail("reflect: call of reflect.Value.Type on zero Value");
        }

        if (call[0] is ComplexValue or ChannelValue)
        {
            return call.Fail("toTOML: unsupported type for key '': " + KindName.Of(call[0]));
        }

        using var output = new ByteBuffer();
        return new TomlWriter(output, call.Scope.Limits.OutputBytes).Write(call[0]) is { } problem
            ? call.Fail("toTOML: " + problem)
            : ByteText.TrimSpace(new StringValue(output.ToArray()));
    }
}
