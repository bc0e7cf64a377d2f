using Injector.Templates.Calling;
using Injector.Templates.Values;

namespace Injector.Templates.Reference;

/// <summary>Every function with its signature and an example: the source of <c>docs/reference/templates.md</c>. Not part of the agent.</summary>
public static class FunctionReference
{
    /// <summary>The examples in the order of the page.</summary>
    public static IReadOnlyList<ExampleGroup> Groups { get; } =
    [
        LanguageExamples.Group,
        SourceExamples.Group,
        RunExamples.Group,
        TextExamples.Group,
        NumberExamples.Group,
        EncodingExamples.Group,
        StructureExamples.Group,
        SprigTextExamples.Group,
        SprigNumberExamples.Group,
        SprigListExamples.Group,
        SprigMapExamples.Group,
        SprigChoiceExamples.Group,
        SprigEncodingExamples.Group,
        SprigPathExamples.Group,
        UnavailableExamples.Group,
    ];

    /// <summary>The names of all functions.</summary>
    public static IReadOnlyList<string> Names => [.. FunctionTable.All.Select(static function => function.Name)];

    /// <summary>A function's parameters and result with their Go types, for example <c>indent(int, string) string</c>.</summary>
    /// <param name="name">The function.</param>
    public static string Signature(string name)
    {
        if (!FunctionTable.TryFind(name, out var function))
        {
            return name;
        }

        var parameters = function.Parameters.Select(NameOf).ToArray();
        if (function.Arity == FunctionArity.Variadic)
        {
            parameters[^1] += "…";
        }

        return $"{name}({string.Join(", ", parameters)}) {NameOf(function.Result)}";
    }

    private static string NameOf(GoType type) => type is GoType.Any or GoType.Reflected ? "any" : GoTypeNames.NameOf(type).Replace("interface {}", "any", StringComparison.Ordinal);
}
