namespace Injector.Templates.Syntax;

/// <summary><c>{{pipeline}}</c>.</summary>
internal sealed class ActionNode(int position, PipeNode pipe) : Node(position)
{
    public PipeNode Pipe { get; } = pipe;
}
