namespace Injector.Templates.Functions.Regex;

/// <summary>What a node of a pattern matches.</summary>
internal enum NodeKind
{
    Empty,
    Literal,
    Class,
    AnyRune,
    AnyRuneNotNewline,
    BeginLine,
    EndLine,
    BeginText,
    EndText,
    WordBoundary,
    NoWordBoundary,
    Capture,
    Repeat,
    Concatenation,
    Alternation,
}
