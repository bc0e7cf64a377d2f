using Injector.Templates.Calling;

namespace Injector.Templates.Builtins;

/// <summary>The language's own functions.</summary>
internal static class BuiltinFunctions
{
    public static IEnumerable<FunctionDefinition[]> Groups =>
    [
        LogicFunctions.All,
        ComparisonFunctions.All,
        IndexFunctions.All,
        PrintFunctions.All,
        EscapeFunctions.All,
        [CallFunction.Definition],
    ];
}
