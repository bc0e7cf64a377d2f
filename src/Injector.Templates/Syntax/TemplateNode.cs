namespace Injector.Templates.Syntax;

/// <summary><c>{{template "name" pipeline}}</c>, and what <c>block</c> leaves in its place.</summary>
internal sealed class TemplateNode(int position, string name, PipeNode? pipe) : Node(position)
{
    public string Name { get; } = name;

    public PipeNode? Pipe { get; } = pipe;
}
