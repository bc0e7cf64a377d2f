namespace Injector.Templates.Syntax;

/// <summary><c>{{break}}</c>.</summary>
internal sealed class BreakNode(int position) : Node(position);
