using Injector.Templates.Dependencies;

namespace Injector.Templates;

/// <summary>What one pass over a template gave. The output counts only when nothing is missing and there is no error.</summary>
public sealed record RenderResult
{
    /// <summary>The output of this pass.</summary>
    public required ReadOnlyMemory<byte> Output { get; init; }

    /// <summary>Everything the pass asked for.</summary>
    public required IReadOnlyCollection<Dependency> Used { get; init; }

    /// <summary>What the host could not answer yet.</summary>
    public required IReadOnlyCollection<Dependency> Missing { get; init; }

    /// <summary>Files to write beside the destination.</summary>
    public IReadOnlyList<FileWrite> Writes { get; init; } = [];

    /// <summary>Why the pass ended early, if it did. While something is missing this is often only a consequence of that.</summary>
    public TemplateError? Error { get; init; }

    /// <summary>Whether the output may be published.</summary>
    public bool IsComplete => Error is null && Missing.Count == 0;
}
