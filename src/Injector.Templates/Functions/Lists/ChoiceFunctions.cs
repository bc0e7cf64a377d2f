using Injector.Templates.Calling;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Lists;

/// <summary>sprig's functions that choose between values or tell what they are.</summary>
internal static class ChoiceFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        FunctionDefinition.Variadic("sprig_default", [Any, Any], Any, static call => call.Count < 2 || Emptiness.IsEmpty(call[1]) ? call[0] : call[1]),
        new("sprig_empty", [Any], Bool, static call => BoolValue.From(Emptiness.IsEmpty(call[0]))),
        FunctionDefinition.Variadic("sprig_coalesce", [Any], Any, static call => Coalesce(call)),
        new("sprig_ternary", [Any, Any, Bool], Any, static call => call[call.Bool(2) ? 0 : 1]),
        FunctionDefinition.Variadic("sprig_all", [Any], Bool, static call => BoolValue.From(!HasEmpty(call, true))),
        FunctionDefinition.Variadic("sprig_any", [Any], Bool, static call => BoolValue.From(HasEmpty(call, false))),
        new("sprig_kindOf", [Any], GoType.String, static call => StringValue.From(KindName.Of(call[0]))),
        new("sprig_kindIs", [GoType.String, Any], Bool, static call => BoolValue.From(call.Text(0) == KindName.Of(call[1]))),
        new("sprig_typeOf", [Any], GoType.String, static call => StringValue.From(call[0].TypeName)),
        new("sprig_typeIs", [GoType.String, Any], Bool, static call => BoolValue.From(call.Text(0) == call[1].TypeName)),
        new("sprig_typeIsLike", [GoType.String, Any], Bool, static call =>
            BoolValue.From(call.Text(0) == call[1].TypeName || "*" + call.Text(0) == call[1].TypeName)),
        new("sprig_deepEqual", [Any, Any], Bool, static call => BoolValue.From(DeepEquality.Holds(call[0], call[1]))),
    ];

    private static Value Coalesce(FunctionCall call)
    {
        for (var i = 0; i < call.Count; i++)
        {
            if (!Emptiness.IsEmpty(call[i]))
            {
                return call[i];
            }
        }

        return Value.Nil;
    }

    private static bool HasEmpty(FunctionCall call, bool wanted)
    {
        for (var i = 0; i < call.Count; i++)
        {
            if (Emptiness.IsEmpty(call[i]) == wanted)
            {
                return true;
            }
        }

        return false;
    }
}
