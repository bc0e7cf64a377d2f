using System.Diagnostics.CodeAnalysis;

namespace Injector.Templates.Values;

/// <summary>The result of <c>pkiCert</c>: PEM texts, each with a line feed at its end.</summary>
public sealed class CertificateValue : ObjectValue
{
    private readonly ObjectField[] _fields;

    /// <summary>Makes a certificate from its PEM texts.</summary>
    /// <param name="authority">The issuing certificate; empty when the answer had none.</param>
    /// <param name="key">The private key.</param>
    /// <param name="certificate">The certificate.</param>
    /// <param name="chain">The certificates above it.</param>
    public CertificateValue(StringValue authority, StringValue key, StringValue certificate, ListValue chain) =>
        _fields = [new("Cert", certificate), new("Key", key), new("CA", authority), new("CAChain", chain)];

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields => _fields;

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Struct;

    /// <inheritdoc/>
    public override string TypeName => "dependency.PemEncoded";

    /// <inheritdoc/>
    internal override bool TryGetField(string name, [NotNullWhen(true)] out Value? value)
    {
        // Templates written for `secret` ask for .Data.Cert; there .Data is the certificate itself.
        if (name == "Data")
        {
            value = this;
            return true;
        }

        return base.TryGetField(name, out value);
    }
}
