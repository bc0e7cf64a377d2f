using Injector.Templates.Values;

namespace Injector.Templates.Functions.Dates;

/// <summary>A number that prints as a name: a month, a weekday, a duration.</summary>
internal sealed class NamedNumberValue(string typeName, string name) : ObjectValue
{
    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Struct;

    /// <inheritdoc/>
    public override string TypeName { get; } = typeName;

    /// <inheritdoc/>
    public override StringValue? OwnText => StringValue.From(name);
}
