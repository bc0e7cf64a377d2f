namespace Injector.Templates.Checking;

/// <summary>The result a <see cref="TemplateCase"/> must have: an output, an error, or a set of missing dependencies.</summary>
public sealed record TemplateExpectation
{
    /// <summary>The exact output.</summary>
    public ReadOnlyMemory<byte>? Output { get; init; }

    /// <summary>A piece of the error message.</summary>
    public string? Error { get; init; }

    /// <summary>The whole error message.</summary>
    public string? FullError { get; init; }

    /// <summary>The names of the missing dependencies.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
