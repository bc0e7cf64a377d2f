namespace Injector.Templates.Values;

/// <summary>
/// A value of the template language. The set of subclasses is closed; all are immutable, except that functions of a running template may
/// change the maps which that run made or copied for itself.
/// </summary>
public abstract class Value
{
    private protected Value()
    {
    }

    /// <summary>Nothing: nil, a missing element, JSON null.</summary>
    public static Value Nil => NilValue.Instance;

    /// <summary>The kind, which decides how the value behaves.</summary>
    public abstract GoKind Kind { get; }

    /// <summary>The name of the Go type, as <c>%T</c> prints it.</summary>
    public abstract string TypeName { get; }

    /// <summary>Whether this is nothing at all. Typed nils (a nil map, a nil list, a nil pointer) are not.</summary>
    public bool IsNil => ReferenceEquals(this, NilValue.Instance);

    /// <summary>The type's name: values are often secrets, so their content is never printed this way.</summary>
    public sealed override string ToString() => TypeName;
}
