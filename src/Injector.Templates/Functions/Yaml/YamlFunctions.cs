using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Text;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Yaml;

/// <summary>consul-template's YAML functions.</summary>
internal static class YamlFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("toYAML", [Any], GoType.String, static call => Write(call)),
        new("parseYAML", [GoType.String], Any, static call => Parse(call)),
    ];

    private static Value Write(FunctionCall call)
    {
        using var output = new ByteBuffer();
        return new YamlEncoder(output, call.Scope.Limits.OutputBytes).Write(call[0]) is { } problem
            ? call.Fail(problem)
            : ByteText.TrimSpace(new StringValue(output.ToArray()));
    }

    private static Value Parse(FunctionCall call)
    {
        if (call.Bytes(0).IsEmpty)
        {
            return MapValue.Create();
        }

        return YamlDecoder.Parse(call.Bytes(0), out var problem) ?? call.Fail(problem);
    }
}
