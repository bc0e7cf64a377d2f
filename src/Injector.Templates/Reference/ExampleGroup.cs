namespace Injector.Templates.Reference;

/// <summary>Examples under one heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Introduction">What holds for all of them; may be empty.</param>
/// <param name="Examples">One per function.</param>
public sealed record ExampleGroup(string Title, string Introduction, IReadOnlyList<FunctionExample> Examples);
