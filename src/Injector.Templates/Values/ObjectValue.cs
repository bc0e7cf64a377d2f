using System.Diagnostics.CodeAnalysis;
using Injector.Templates.Calling;

namespace Injector.Templates.Values;

/// <summary>A struct or a pointer to one: secrets, certificates, times, versions, the scratch store.</summary>
public abstract class ObjectValue : Value
{
    private protected ObjectValue()
    {
    }

    /// <summary>The fields in the order of the Go struct: printing and JSON use it.</summary>
    public virtual IReadOnlyList<ObjectField> Fields => [];

    /// <summary>The value's own text form, when the Go type has one (<c>String()</c>); it is used by printing.</summary>
    public virtual StringValue? OwnText => null;

    /// <summary>The Go expression that makes the value, when the Go type has one (<c>GoString()</c>); it is what <c>%#v</c> prints.</summary>
    public virtual string? OwnSyntax => null;

    /// <summary>Whether the Go struct has a field of that name for itself: an error tells it from names the struct does not have.</summary>
    internal virtual bool HidesField(string name) => false;

    /// <summary>Whether Go's <c>==</c> holds: structs have the same content, pointers are the same.</summary>
    public virtual bool IsEqualTo(ObjectValue other) => ReferenceEquals(this, other);

    /// <summary>Finds a method. Its body finds the receiver in <see cref="FunctionCall.Receiver"/>.</summary>
    internal virtual bool TryGetMethod(string name, [NotNullWhen(true)] out FunctionDefinition? method)
    {
        method = null;
        return false;
    }

    /// <summary>Finds a field by its exact name.</summary>
    internal virtual bool TryGetField(string name, [NotNullWhen(true)] out Value? value)
    {
        foreach (var field in Fields)
        {
            if (string.Equals(field.Name, name, StringComparison.Ordinal))
            {
                value = field.Value;
                return true;
            }
        }

        value = null;
        return false;
    }
}
