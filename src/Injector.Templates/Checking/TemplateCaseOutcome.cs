namespace Injector.Templates.Checking;

/// <summary>How a case came out.</summary>
/// <param name="Case">The case.</param>
/// <param name="Difference">What is different from the expectation; null when the case passed.</param>
/// <param name="FullErrorMatches">Whether the whole error message is as expected; null when the case has none.</param>
public sealed record TemplateCaseOutcome(TemplateCase Case, string? Difference, bool? FullErrorMatches)
{
    /// <summary>Whether the case passed.</summary>
    public bool Passed => Difference is null;
}
