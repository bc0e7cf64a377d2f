namespace Injector.Templates.Functions.Yaml;

/// <summary>Where a node stands, which decides what it can be.</summary>
internal enum YamlContext
{
    Flow,
    Block,
    BlockOrIndentlessSequence,
}
