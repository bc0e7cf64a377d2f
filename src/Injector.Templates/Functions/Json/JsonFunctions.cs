using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Json;

/// <summary>JSON in both function sets.</summary>
internal static class JsonFunctions
{
    private const JsonStyle Escaped = JsonStyle.EscapeHtml;
    private const JsonStyle Pretty = JsonStyle.EscapeHtml | JsonStyle.Indented;

    public static readonly FunctionDefinition[] All =
    [
        new("toJSON", [Any], GoType.String, static call => Write(call, Escaped, "toJSON: ")),
        new("toJSONPretty", [Any], GoType.String, static call => Write(call, Pretty, "toJSONPretty: ")),
        new("toUnescapedJSON", [Any], GoType.String, static call => Write(call, JsonStyle.Plain, "toUnescapedJSON: ")),
        new("toUnescapedJSONPretty", [Any], GoType.String, static call => Write(call, JsonStyle.Indented, "toUnescapedJSONPretty: ")),
        new("parseJSON", [GoType.String], Any, static call => call.Bytes(0).IsEmpty ? MapValue.Create() : Parse(call)),
        new("sprig_toJson", [Any], GoType.String, static call => WriteOrNothing(call, Escaped)),
        new("sprig_toPrettyJson", [Any], GoType.String, static call => WriteOrNothing(call, Pretty)),
        new("sprig_toRawJson", [Any], GoType.String, static call => Write(call, JsonStyle.Plain, "")),
        new("sprig_mustToJson", [Any], GoType.String, static call => Write(call, Escaped, "")),
        new("sprig_mustToPrettyJson", [Any], GoType.String, static call => Write(call, Pretty, "")),
        new("sprig_mustToRawJson", [Any], GoType.String, static call => Write(call, JsonStyle.Plain, "")),
        new("sprig_fromJson", [GoType.String], Any, static call => JsonParser.Parse(call.Bytes(0), out _) ?? Value.Nil),
        new("sprig_mustFromJson", [GoType.String], Any, static call => Parse(call)),
    ];

    private static Value Write(FunctionCall call, JsonStyle style, string errorPrefix)
    {
        using var output = new ByteBuffer();
        return new JsonWriter(output, style, call.Scope.Limits.OutputBytes).Write(call[0]) is { } problem
            ? call.Fail(errorPrefix + problem)
            : new StringValue(output.ToArray());
    }

    private static StringValue WriteOrNothing(FunctionCall call, JsonStyle style)
    {
        using var output = new ByteBuffer();
        return new JsonWriter(output, style, call.Scope.Limits.OutputBytes).Write(call[0]) is null ? new StringValue(output.ToArray()) : StringValue.Empty;
    }

    private static Value Parse(FunctionCall call)
    {
        var value = JsonParser.Parse(call.Bytes(0), out var problem);
        return value is null || problem.Length > 0 ? call.Fail(problem) : value;
    }
}
