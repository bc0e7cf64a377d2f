namespace Injector.Templates.Functions.Regex;

/// <summary>One node of a parsed pattern.</summary>
internal sealed class PatternNode(NodeKind kind)
{
    /// <summary>A repetition without upper bound.</summary>
    public const int Unbounded = -1;

    public NodeKind Kind { get; } = kind;

    public int Rune { get; init; }

    public bool FoldCase { get; init; }

    public CharacterClass? Class { get; init; }

    public int CaptureIndex { get; init; }

    public string CaptureName { get; init; } = "";

    public int Minimum { get; init; }

    public int Maximum { get; init; }

    public bool Lazy { get; init; }

    public IReadOnlyList<PatternNode> Children { get; init; } = [];

    /// <summary>Longest chain of nodes below and including this one; bounds every recursion over the tree.</summary>
    public int Height { get; init; } = 1;

    public static PatternNode Join(NodeKind kind, List<PatternNode> parts) => parts.Count switch
    {
        0 => new PatternNode(NodeKind.Empty),
        1 => parts[0],
        _ => new PatternNode(kind) { Children = parts, Height = 1 + parts.Max(part => part.Height) },
    };
}
