namespace Injector.Templates.Values;

/// <summary>Nothing. There is one instance: <see cref="Value.Nil"/>.</summary>
public sealed class NilValue : Value
{
    internal static readonly NilValue Instance = new();

    private NilValue()
    {
    }

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Invalid;

    /// <inheritdoc/>
    public override string TypeName => "<nil>";
}
