using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>Certificates in PEM texts that somebody sent.</summary>
internal static class CertificateTexts
{
    /// <summary>Reads all certificates of a text.</summary>
    /// <returns>The certificates; none when the text is broken.</returns>
    public static X509Certificate2Collection Parse(string pem)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            certificates.Clear();
        }

        return certificates;
    }
}
