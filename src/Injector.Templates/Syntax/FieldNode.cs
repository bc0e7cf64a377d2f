namespace Injector.Templates.Syntax;

/// <summary>Fields of the dot: <c>.a.b</c>.</summary>
internal sealed class FieldNode(int position, FieldName[] fields) : Node(position)
{
    public FieldName[] Fields { get; } = fields;
}
