using Injector.Templates.Values;

namespace Injector.Templates.Syntax;

/// <summary>true or false.</summary>
internal sealed class BoolNode(int position, BoolValue value) : Node(position)
{
    public BoolValue Value { get; } = value;
}
