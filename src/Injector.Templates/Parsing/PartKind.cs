namespace Injector.Templates.Parsing;

/// <summary>What a piece of a template is to the list it stands in.</summary>
internal enum PartKind
{
    Nothing,
    Node,
    End,
    Else,
}
