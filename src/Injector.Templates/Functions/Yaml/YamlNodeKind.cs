namespace Injector.Templates.Functions.Yaml;

/// <summary>What a node of a document is.</summary>
internal enum YamlNodeKind
{
    Scalar,
    Sequence,
    Mapping,
    Alias,
}
