namespace Injector.Rendering.Templating;

/// <summary>The <c>wait</c> of a template: after a change it runs when nothing has changed for a while.</summary>
/// <param name="Min">Time without a change.</param>
/// <param name="Max">Longest delay after the first change.</param>
public sealed record QuietTime(TimeSpan Min, TimeSpan Max);
