using Injector.Templates.Syntax;

namespace Injector.Templates.Parsing;

/// <summary>A piece of a template: a node, or the word that ends the list it stands in.</summary>
internal readonly record struct Part(PartKind Kind, Node? Node)
{
    public static readonly Part Nothing = new(PartKind.Nothing, null);

    public static readonly Part End = new(PartKind.End, null);

    public static readonly Part Else = new(PartKind.Else, null);

    /// <summary>The piece as error texts name it.</summary>
    public string Words => Kind == PartKind.End ? "{{end}}" : "{{else}}";

    public static Part Of(Node? node) => node is null ? Nothing : new Part(PartKind.Node, node);
}
