namespace Injector.Templates.Syntax;

/// <summary>One stage of a pipeline: a function, field or value, and its arguments.</summary>
internal sealed class CommandNode(int position, Node[] words) : Node(position)
{
    /// <summary>The first is what is called or taken, the others are the arguments.</summary>
    public Node[] Words { get; } = words;
}
