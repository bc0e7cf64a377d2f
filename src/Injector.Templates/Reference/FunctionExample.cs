namespace Injector.Templates.Reference;

/// <summary>A template that shows what a function does. Every example is run by a test.</summary>
/// <param name="Function">The function.</param>
/// <param name="Template">The template.</param>
/// <param name="Result">The output, or for a function that fails the reason it gives.</param>
public sealed record FunctionExample(string Function, string Template, string Result)
{
    /// <summary>Whether the template ends with an error.</summary>
    public bool Fails { get; private init; }

    internal static FunctionExample Failing(string function, string template, string reason) => new(function, template, reason) { Fails = true };
}
