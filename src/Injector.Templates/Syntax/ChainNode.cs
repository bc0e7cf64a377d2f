namespace Injector.Templates.Syntax;

/// <summary>Fields of the result of a function or of a pipeline in parentheses.</summary>
internal sealed class ChainNode(int position, Node receiver, FieldName[] fields) : Node(position)
{
    public Node Receiver { get; } = receiver;

    public FieldName[] Fields { get; } = fields;
}
