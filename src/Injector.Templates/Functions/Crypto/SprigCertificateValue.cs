using Injector.Templates.Values;

namespace Injector.Templates.Functions.Crypto;

/// <summary>A <c>sprig.certificate</c>: PEM texts of a certificate and its key.</summary>
internal sealed class SprigCertificateValue(StringValue certificate, StringValue key) : ObjectValue
{
    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Struct;

    /// <inheritdoc/>
    public override string TypeName => "sprig.certificate";

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } = [new("Cert", certificate), new("Key", key)];
}
