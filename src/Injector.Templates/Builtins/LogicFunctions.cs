using Injector.Templates.Calling;
using Injector.Templates.Evaluation;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Builtins;

/// <summary><c>and</c>, <c>or</c> and <c>not</c>. The evaluator runs the first two itself, because they may leave arguments alone.</summary>
internal static class LogicFunctions
{
    private static readonly FunctionDefinition And = Define("and");
    private static readonly FunctionDefinition Or = Define("or");

    public static readonly FunctionDefinition[] All =
    [
        And,
        Or,
        new("not", [Reflected], Bool, static call => BoolValue.From(!Truth.Of(call[0]))) { Traits = FunctionTraits.BuiltIn },
    ];

    public static bool IsShortCircuit(FunctionDefinition function) => ReferenceEquals(function, And) || ReferenceEquals(function, Or);

    /// <summary>The truth of the argument at which the function stops.</summary>
    public static bool StopsAt(FunctionDefinition function) => ReferenceEquals(function, Or);

    private static FunctionDefinition Define(string name) =>
        FunctionDefinition.Variadic(name, [Reflected, Reflected], Reflected, static call => call[0], FunctionTraits.BuiltIn);
}
