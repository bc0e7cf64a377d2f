namespace Injector.Templates.Functions.Regex;

/// <summary>Flags in force at one place of a pattern: <c>(?i)</c>, <c>(?m)</c>, <c>(?s)</c>, <c>(?U)</c>.</summary>
[Flags]
internal enum PatternFlags
{
    None = 0,
    FoldCase = 1,
    Multiline = 2,
    DotMatchesNewline = 4,
    SwapGreed = 8,
}
