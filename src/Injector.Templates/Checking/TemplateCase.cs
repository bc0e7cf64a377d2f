using Injector.Templates.Values;

namespace Injector.Templates.Checking;

/// <summary>A template with data and the result it must have.</summary>
public sealed record TemplateCase
{
    /// <summary>The unique name; the text before the last <c>-NNN</c> is its group.</summary>
    public required string Id { get; init; }

    /// <summary>One letter: the part of the language it belongs to.</summary>
    public required string Category { get; init; }

    /// <summary>The template.</summary>
    public required string Text { get; init; }

    /// <summary>How it is read.</summary>
    public required TemplateOptions Options { get; init; }

    /// <summary>The data.</summary>
    public required Value Dot { get; init; }

    /// <summary>What it may ask for.</summary>
    public required RecordedHost Host { get; init; }

    /// <summary>What must come out.</summary>
    public required TemplateExpectation Expected { get; init; }
}
