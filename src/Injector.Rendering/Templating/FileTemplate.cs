using Injector.Rendering.Publishing;
using Injector.Templates;

namespace Injector.Rendering.Templating;

/// <summary>A template and the file it becomes.</summary>
/// <param name="Target">The file.</param>
/// <param name="Render">One pass over the parsed template.</param>
public sealed record FileTemplate(FileTarget Target, Func<ITemplateHost, RenderResult> Render)
{
    /// <summary>What is done when the template fails.</summary>
    public TemplateFailure Failure { get; init; }

    /// <summary>Collects changes before the template runs again; null: it runs at once.</summary>
    public QuietTime? Quiet { get; init; }
}
