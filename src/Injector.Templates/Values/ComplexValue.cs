namespace Injector.Templates.Values;

/// <summary>A <c>complex128</c>: only literals make one.</summary>
/// <param name="real">The real part.</param>
/// <param name="imaginary">The imaginary part.</param>
public sealed class ComplexValue(double real, double imaginary) : Value
{
    /// <summary>The real part.</summary>
    public double Real { get; } = real;

    /// <summary>The imaginary part.</summary>
    public double Imaginary { get; } = imaginary;

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Complex;

    /// <inheritdoc/>
    public override string TypeName => "complex128";
}
