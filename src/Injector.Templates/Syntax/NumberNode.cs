using Injector.Templates.Values;

namespace Injector.Templates.Syntax;

/// <summary>A number: as it stands in the source, and every form in which it can be used.</summary>
internal sealed class NumberNode(int position, string source, NumberConstant constant) : Node(position)
{
    public string Source { get; } = source;

    public NumberConstant Constant { get; } = constant;

    /// <summary>What it is where nothing asks for a certain type; nothing when it does not fit an int.</summary>
    public Value Ideal { get; } = constant.Ideal(source);
}
