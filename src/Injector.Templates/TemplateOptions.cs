namespace Injector.Templates;

/// <summary>How a template is read and run.</summary>
public sealed record TemplateOptions
{
    /// <summary>The options that apply when nothing else is said: those of an agent without template settings.</summary>
    public static readonly TemplateOptions Default = new();

    /// <summary>The name in front of error positions. Default empty, as the agent has it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Starts an action. Empty means the default, <c>{{</c>.</summary>
    public string LeftDelimiter { get; init; } = "{{";

    /// <summary>Ends an action. Empty means the default, <c>}}</c>.</summary>
    public string RightDelimiter { get; init; } = "}}";

    /// <summary>What a missing map key gives.</summary>
    public MissingKey MissingKey { get; init; } = MissingKey.Zero;

    /// <summary>Names or globs (<c>*</c>) of functions that fail when they are called. The language's own functions cannot be denied.</summary>
    public IReadOnlyList<string> DeniedFunctions { get; init; } = [];

    /// <summary>The file the template is rendered to; part of the identity of <c>pkiCert</c> dependencies.</summary>
    public string Destination { get; init; } = "";

    /// <summary>What the template may use.</summary>
    public TemplateLimits Limits { get; init; } = TemplateLimits.Default;
}
