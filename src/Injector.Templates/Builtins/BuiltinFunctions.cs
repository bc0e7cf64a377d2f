using Injector.Templates.Calling;

namespace Injector.Templates.Builtins;

/// <summary>The language's own functions.</summary>
internal static class BuiltinFunctions
{
    public static IEnumerable<FunctionDefinition[]> Groups
    {
        get
        {
            yield return LogicFunctions.All;
            yield return ComparisonFunctions.All;
            yield return IndexFunctions.All;
            yield return PrintFunctions.All;
            yield return EscapeFunctions.All;
            yield return [CallFunction.Definition];
        }
    }
}
