namespace Injector.Contracts.Agent.Reading;

internal readonly record struct HclToken(HclTokenKind Kind, int Offset, string Text);

internal enum HclTokenKind
{
    End,
    Name,
    Text,
    Number,
    Equals,
    Comma,
    BraceLeft,
    BraceRight,
    BracketLeft,
    BracketRight,
}
