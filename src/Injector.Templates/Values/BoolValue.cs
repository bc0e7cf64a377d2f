namespace Injector.Templates.Values;

/// <summary>true or false.</summary>
public sealed class BoolValue : Value
{
    /// <summary>The value true.</summary>
    public static readonly BoolValue True = new(true);

    /// <summary>The value false.</summary>
    public static readonly BoolValue False = new(false);

    private BoolValue(bool value) => IsTrue = value;

    /// <summary>Which of the two it is.</summary>
    public bool IsTrue { get; }

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Bool;

    /// <inheritdoc/>
    public override string TypeName => "bool";

    /// <summary>The instance for <paramref name="value"/>.</summary>
    public static BoolValue From(bool value) => value ? True : False;
}
