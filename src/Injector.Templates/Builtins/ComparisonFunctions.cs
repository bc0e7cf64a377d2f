using Injector.Templates.Calling;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Builtins;

/// <summary><c>eq</c>, <c>ne</c>, <c>lt</c>, <c>le</c>, <c>gt</c> and <c>ge</c>.</summary>
internal static class ComparisonFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        FunctionDefinition.Variadic("eq", [Reflected, Reflected], Bool, EqualsAny, FunctionTraits.BuiltIn),
        Define("ne", static call => Answer(call, Comparison.Equal(call[0], call[1]), negate: true)),
        Define("lt", static call => Answer(call, Comparison.Less(call[0], call[1]), negate: false)),
        Define("ge", static call => Answer(call, Comparison.Less(call[0], call[1]), negate: true)),
        Define("le", static call => Answer(call, Comparison.LessOrEqual(call[0], call[1]), negate: false)),
        Define("gt", static call => Answer(call, Comparison.LessOrEqual(call[0], call[1]), negate: true)),
    ];

    private static FunctionDefinition Define(string name, FunctionBody body) =>
        new(name, [Reflected, Reflected], Bool, body) { Traits = FunctionTraits.BuiltIn };

    private static Value EqualsAny(FunctionCall call)
    {
        if (call.Count < 2)
        {
            return call.Fail("missing argument for comparison");
        }

        for (var i = 1; i < call.Count; i++)
        {
            var result = Comparison.Equal(call[0], call[i]);
            if (result.Mistake is not null)
            {
                return call.Fail(result.Mistake);
            }

            if (result.Holds)
            {
                return BoolValue.True;
            }
        }

        return BoolValue.False;
    }

    private static Value Answer(FunctionCall call, Comparison result, bool negate) =>
        result.Mistake is null ? BoolValue.From(result.Holds != negate) : call.Fail(result.Mistake);
}
