using Injector.Templates.Values;

namespace Injector.Templates.Functions.Conversion;

/// <summary>The name of a value's kind, as Go's <c>reflect.Kind</c> prints it.</summary>
internal static class KindName
{
    public static string Of(Value value) => value switch
    {
        NilValue => "invalid",
        TextValue => "string",
        ListValue => "slice",
        MapValue or AnyMapValue => "map",
        ChannelValue => "chan",
        IntegerValue { Type: IntegerType.Month or IntegerType.Weekday } => "int",
        IntegerValue { Type: IntegerType.Duration } => "int64",
        ObjectValue or NilPointerValue => value.Kind == GoKind.Struct ? "struct" : "ptr",
        _ => value.TypeName,
    };
}
