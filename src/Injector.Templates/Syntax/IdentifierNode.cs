using Injector.Templates.Calling;

namespace Injector.Templates.Syntax;

/// <summary>The name of a function.</summary>
internal sealed class IdentifierNode(int position, FunctionDefinition function) : Node(position)
{
    public FunctionDefinition Function { get; } = function;
}
