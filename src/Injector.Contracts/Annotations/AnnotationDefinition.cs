namespace Injector.Contracts.Annotations;

/// <summary>One annotation: everything that is known about it, for the parser, the suggestions and the reference page.</summary>
/// <param name="Name">The key without prefix, and for families without the suffix.</param>
/// <param name="Type">The syntax of its value.</param>
/// <param name="Meaning">What it does, in one or two sentences.</param>
public sealed record AnnotationDefinition(string Name, AnnotationValueType Type, string Meaning)
{
    /// <summary>What it is about. Default: the whole pod.</summary>
    public AnnotationScope Scope { get; init; } = AnnotationScope.Pod;

    /// <summary>The value used when nobody gives one; presets may replace it. Null: not set.</summary>
    public string? Default { get; init; }

    /// <summary>What counts when there is no <see cref="Default"/>, in words.</summary>
    public string DefaultNote { get; init; } = string.Empty;

    /// <summary>The allowed words of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A typical value.</summary>
    public string Example { get; init; } = string.Empty;

    /// <summary>How it differs from the reference injector; empty: not at all.</summary>
    public string Difference { get; init; } = string.Empty;

    /// <summary>The first version that knew it.</summary>
    public string Since { get; init; } = "0.1";

    /// <summary>True: the reference injector does not know it, and it is documented under our own prefix.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The key as it is documented, with prefix and suffix.</summary>
    public string DocumentedKey => (IsOwn ? AnnotationPrefixes.Own : AnnotationPrefixes.HashiCorp) + Name + Scope switch
    {
        AnnotationScope.Secret => "-NAME",
        AnnotationScope.Parameter => "-PARAMETER",
        _ => string.Empty,
    };

    /// <summary>The name for one secret or parameter.</summary>
    /// <param name="suffix">The secret's own name, or the parameter.</param>
    /// <returns>Name, dash, suffix.</returns>
    public string For(string suffix) => $"{Name}-{suffix}";
}
