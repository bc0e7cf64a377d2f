namespace Injector.Templates.Values;

/// <summary>A <c>float64</c>.</summary>
/// <param name="value">The number.</param>
public sealed class FloatValue(double value) : Value
{
    /// <summary>The number.</summary>
    public double Number { get; } = value;

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Float;

    /// <inheritdoc/>
    public override string TypeName => "float64";
}
