namespace Injector.Templates.Functions.Yaml;

/// <summary>A node of a document; mappings have keys and values as children in turn.</summary>
internal sealed class YamlNode(YamlNodeKind kind)
{
    public YamlNodeKind Kind { get; } = kind;

    /// <summary>The tag written out, empty when there is none.</summary>
    public string Tag { get; init; } = "";

    /// <summary>The text of a scalar, or the name an alias refers to.</summary>
    public byte[] Text { get; init; } = [];

    /// <summary>Whether the type of a scalar follows from its text.</summary>
    public bool IsImplicit { get; init; }

    /// <summary>What an alias refers to.</summary>
    public YamlNode? Target { get; init; }

    public List<YamlNode> Children { get; } = [];
}
