using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>A certificate signing request somebody sent.</summary>
internal sealed record SigningRequest(PublicKey PublicKey, X500DistinguishedName SubjectName, WantedNames Names)
{
    /// <summary>Reads a request and checks that its sender has the key.</summary>
    public static (SigningRequest? Request, string Fault) Read(string pem)
    {
        if (pem.Length == 0)
        {
            return (null, "\"csr\" is empty");
        }

        try
        {
            var request = CertificateRequest.LoadSigningRequestPem(pem, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions);
            var names = request.CertificateExtensions.Where(static extension => extension.Oid?.Value == "2.5.29.17")
                .Select(static extension => new X509SubjectAlternativeNameExtension(extension.RawData)).FirstOrDefault();
            return (new SigningRequest(request.PublicKey, request.SubjectName, new WantedNames(CommonName(request.SubjectName))
            {
                Dns = [.. names?.EnumerateDnsNames() ?? []],
                Addresses = [.. names?.EnumerateIPAddresses().Select(static address => address.ToString()) ?? []],
            }), string.Empty);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return (null, "certificate request could not be parsed");
        }
    }

    private static string CommonName(X500DistinguishedName subject) => subject.EnumerateRelativeDistinguishedNames()
        .Where(static part => !part.HasMultipleElements && part.GetSingleElementType().Value == "2.5.4.3")
        .Select(static part => part.GetSingleElementValue() ?? string.Empty)
        .FirstOrDefault(string.Empty);
}
