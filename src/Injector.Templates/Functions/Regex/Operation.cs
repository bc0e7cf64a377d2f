namespace Injector.Templates.Functions.Regex;

/// <summary>What an instruction of a program does.</summary>
internal enum Operation : byte
{
    Fail,
    Nothing,
    Split,
    Capture,
    BeginLine,
    EndLine,
    BeginText,
    EndText,
    WordBoundary,
    NoWordBoundary,
    Rune,
    FoldedRune,
    AnyRune,
    AnyRuneNotNewline,
    Class,
    Match,
}
