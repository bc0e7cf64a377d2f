using Injector.Templates.Calling;
using Injector.Templates.Formatting;
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
        using var output = new ByteBuffer();
        return new TomlWriter(output, call.Scope.Limits.OutputBytes).Write(call[0]) is { } problem
            ? call.Fail("toTOML: " + problem)
            : ByteText.TrimSpace(new StringValue(output.ToArray()));
    }
}
