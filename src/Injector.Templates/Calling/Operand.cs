using Injector.Templates.Values;

namespace Injector.Templates.Calling;

/// <summary>
/// A value together with what the language knows about its type: an element of a list or map of <c>interface {}</c> is an interface until a pipeline
/// unwraps it. Error texts and a few functions depend on it.
/// </summary>
/// <param name="Value">The value.</param>
/// <param name="IsInterface">Whether the static type is <c>interface {}</c>.</param>
internal readonly record struct Operand(Value Value, bool IsInterface)
{
    /// <summary>No value at all: what a missing piece of data is.</summary>
    public static Operand Invalid => new(Value.Nil, IsInterface: false);

    /// <summary>Whether there is no operand here, not even a missing one: the default of this type.</summary>
    public bool IsAbsent => Value is null;

    /// <summary>Whether there is neither a value nor an interface that could hold one.</summary>
    public bool IsInvalid => !IsInterface && Value.IsNil;

    /// <summary>The type as error texts show it.</summary>
    public string TypeName => IsInterface ? "interface {}" : Value.TypeName;

    public static Operand Exact(Value value) => new(value, IsInterface: false);

    public static Operand Interface(Value value) => new(value, IsInterface: true);
}
