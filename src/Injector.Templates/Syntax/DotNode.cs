namespace Injector.Templates.Syntax;

/// <summary>The dot.</summary>
internal sealed class DotNode(int position) : Node(position);
