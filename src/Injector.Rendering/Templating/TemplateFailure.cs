namespace Injector.Rendering.Templating;

/// <summary>What a failing template means for the process: <c>error_fatal</c>.</summary>
public enum TemplateFailure
{
    /// <summary>The process may end with it in its start phase.</summary>
    Fatal,

    /// <summary>It is reported, and nothing else.</summary>
    Reported,
}
