namespace Injector.Templates.Functions.Yaml;

/// <summary>One token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts.</param>
internal sealed record YamlToken(YamlTokenKind Kind, YamlMark Start)
{
    /// <summary>The content of a scalar, or the name of an anchor or alias.</summary>
    public byte[] Value { get; init; } = [];

    /// <summary>Whether a scalar has no quotes and is no block.</summary>
    public bool IsPlain { get; init; }

    /// <summary>For tags and tag directives.</summary>
    public string Handle { get; init; } = "";

    /// <summary>For tags the part after the handle, for tag directives the prefix.</summary>
    public string Suffix { get; init; } = "";
}
