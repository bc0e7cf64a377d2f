namespace Injector.Templates.Values;

/// <summary>A struct inside a secret: the login or the wrapping that came with it.</summary>
public sealed class SecretPart : ObjectValue
{
    private readonly ObjectField[] _fields;

    internal SecretPart(string typeName, ObjectField[] fields)
    {
        TypeName = typeName;
        _fields = fields;
    }

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Pointer;

    /// <inheritdoc/>
    public override string TypeName { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields => _fields;
}
