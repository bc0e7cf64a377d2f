namespace Injector.Templates;

/// <summary>
/// What one template may use. Going beyond ends parsing or rendering with an error that has a code; see <c>docs/reference/templates.md</c>.
/// </summary>
public sealed record TemplateLimits
{
    /// <summary>The limits that apply when nothing else is said.</summary>
    public static readonly TemplateLimits Default = new();

    /// <summary>Levels of parentheses, and of actions inside actions. Default 10,000, as in Go.</summary>
    public int Nesting { get; init; } = 10_000;

    /// <summary>Templates that call templates. Default 100,000, as in Go.</summary>
    public int TemplateDepth { get; init; } = 100_000;

    /// <summary>Rounds of all loops of one rendering together. Default 1,000,000.</summary>
    public long Iterations { get; init; } = 1_000_000;

    /// <summary>Bytes of output, and of every text a function makes. Default 16 MiB.</summary>
    public int OutputBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Time one regular expression may take. Default one second.</summary>
    public TimeSpan RegexTime { get; init; } = TimeSpan.FromSeconds(1);
}
