namespace Injector.Templates.Syntax;

/// <summary>The word nil.</summary>
internal sealed class NilNode(int position) : Node(position);
