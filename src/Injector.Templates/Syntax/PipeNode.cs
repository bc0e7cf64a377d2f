namespace Injector.Templates.Syntax;

/// <summary>Commands connected by <c>|</c>, with the variables that take the result.</summary>
internal sealed class PipeNode(int position, PipeTarget target, VariableNode[] variables, CommandNode[] commands) : Node(position)
{
    public PipeTarget Target { get; } = target;

    public VariableNode[] Variables { get; } = variables;

    public CommandNode[] Commands { get; } = commands;
}
