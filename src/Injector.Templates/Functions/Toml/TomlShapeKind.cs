namespace Injector.Templates.Functions.Toml;

/// <summary>How TOML writes a value.</summary>
internal enum TomlShapeKind
{
    Line,
    Table,
    TableArray,
}
