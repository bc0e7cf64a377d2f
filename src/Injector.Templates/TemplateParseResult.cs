namespace Injector.Templates;

/// <summary>What reading a text gave: a template, or at least one error. The first error is the one Go would report.</summary>
/// <param name="Template">The template; null when there are errors.</param>
/// <param name="Errors">What is wrong, in the order of the text.</param>
public sealed record TemplateParseResult(Template? Template, IReadOnlyList<TemplateError> Errors);
