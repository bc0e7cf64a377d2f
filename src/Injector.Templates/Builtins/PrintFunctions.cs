using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Builtins;

/// <summary><c>print</c>, <c>printf</c> and <c>println</c>.</summary>
internal static class PrintFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        FunctionDefinition.Variadic("print", [Any], GoType.String, Print, FunctionTraits.BuiltIn),
        FunctionDefinition.Variadic("printf", [GoType.String, Any], GoType.String, PrintFormatted, FunctionTraits.BuiltIn),
        FunctionDefinition.Variadic("println", [Any], GoType.String, PrintLine, FunctionTraits.BuiltIn),
    ];

    private static Value Print(FunctionCall call)
    {
        using var buffer = call.Scope.NewBuffer();
        GoPrint.Print(buffer, call.ToArray());
        return call.Finish(buffer);
    }

    private static Value PrintLine(FunctionCall call)
    {
        using var buffer = call.Scope.NewBuffer();
        GoPrint.PrintLine(buffer, call.ToArray());
        return call.Finish(buffer);
    }

    private static Value PrintFormatted(FunctionCall call)
    {
        using var buffer = call.Scope.NewBuffer();
        FormatString.Append(buffer, call.Bytes(0), call.ToArray(1));
        return call.Finish(buffer);
    }
}
