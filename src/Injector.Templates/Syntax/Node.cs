namespace Injector.Templates.Syntax;

/// <summary>A piece of a parsed template. Nodes never change.</summary>
/// <param name="position">Where Go says the node is; for chains of fields this is not their first byte.</param>
internal abstract class Node(int position)
{
    public int Position { get; } = position;
}
