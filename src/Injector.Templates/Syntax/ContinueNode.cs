namespace Injector.Templates.Syntax;

/// <summary><c>{{continue}}</c>.</summary>
internal sealed class ContinueNode(int position) : Node(position);
