using Injector.Rendering.Commands;
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

    /// <summary>The only folder whose files the template may read and write itself: <c>sandbox_path</c>; null: no limit.</summary>
    public string? Sandbox { get; init; }

    /// <summary>What is run after the file changed; null: nothing.</summary>
    public FileCommand? Command { get; init; }

    /// <summary>Collects changes before the template runs again; null: it runs at once.</summary>
    public QuietTime? Quiet { get; init; }
}
