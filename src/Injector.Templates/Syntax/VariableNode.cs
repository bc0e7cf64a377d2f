namespace Injector.Templates.Syntax;

/// <summary>A variable, perhaps with fields: <c>$x.a.b</c>.</summary>
internal sealed class VariableNode(int position, string name, FieldName[] fields) : Node(position)
{
    /// <summary>The name with the dollar sign.</summary>
    public string Name { get; } = name;

    public FieldName[] Fields { get; } = fields;
}
