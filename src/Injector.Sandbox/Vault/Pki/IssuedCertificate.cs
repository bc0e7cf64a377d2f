using System.Security.Cryptography.X509Certificates;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>A certificate this engine has signed.</summary>
internal sealed record IssuedCertificate(string Serial, string Pem, ReadOnlyMemory<byte> SerialBytes)
{
    /// <summary>When it was revoked; null: it is good.</summary>
    public DateTimeOffset? Revoked { get; init; }

    public static IssuedCertificate Of(X509Certificate2 certificate) =>
        new(SerialNumber.Print(certificate), certificate.ExportCertificatePem(), certificate.SerialNumberBytes);
}
