using Injector.Templates.Values;

namespace Injector.Templates.Syntax;

/// <summary>A text in quotes: as it stands in the source, and what it means.</summary>
internal sealed class StringNode(int position, string source, StringValue value) : Node(position)
{
    public string Source { get; } = source;

    public StringValue Value { get; } = value;
}
