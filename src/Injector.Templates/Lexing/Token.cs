namespace Injector.Templates.Lexing;

/// <summary>A token: where it stands in the text, and for <see cref="TokenKind.Error"/> what is wrong there.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, int Line, string Error = "")
{
    public int End => Start + Length;
}
