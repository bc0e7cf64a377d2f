namespace Injector.Templates.Values;

/// <summary>A nil pointer of a known type, for example <c>.Auth</c> of a secret without auth.</summary>
public sealed class NilPointerValue : Value
{
    private readonly string[] _fieldNames;

    internal NilPointerValue(string typeName, params string[] fieldNames)
    {
        TypeName = typeName;
        _fieldNames = fieldNames;
    }

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Pointer;

    /// <inheritdoc/>
    public override string TypeName { get; }

    internal bool HasField(string name) => Array.IndexOf(_fieldNames, name) >= 0;
}
