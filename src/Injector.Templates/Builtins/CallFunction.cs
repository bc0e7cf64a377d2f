using Injector.Templates.Calling;
using Injector.Templates.Syntax;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Builtins;

/// <summary><c>call</c>: no value of ours is a function, so it always fails; the evaluator asks here with which text.</summary>
internal static class CallFunction
{
    public static readonly FunctionDefinition Definition =
        FunctionDefinition.Variadic("call", [Reflected, Reflected], Reflected, static call => call[0], FunctionTraits.BuiltIn);

    public static string Explain(Operand callee, ReadOnlySpan<Node> arguments)
    {
        if (callee.Value.IsNil)
        {
            return "call of nil";
        }

        var name = !arguments.IsEmpty ? NodeText.Of(arguments[0]) : callee.Value is TextValue text ? text.Decode() : $"<{callee.Value.TypeName} Value>";
        return $"non-function {name} of type {callee.Value.TypeName}";
    }
}
