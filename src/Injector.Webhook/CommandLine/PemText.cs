using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Injector.Webhook.CommandLine;

/// <summary>Certificates given as PEM or as base64 of PEM, with or without line breaks in the base64.</summary>
internal static class PemText
{
    private const string Begin = "-----BEGIN CERTIFICATE-----";

    public static bool TryNormalize(string text, [NotNullWhen(true)] out string? pem)
    {
        pem = text.Contains(Begin, StringComparison.Ordinal) ? text : Decoded(text);
        if (pem is null || !HasCertificates(pem))
        {
            pem = null;
            return false;
        }

        return true;
    }

    private static string? Decoded(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) ? Encoding.UTF8.GetString(buffer, 0, length) : null;
    }

    private static bool HasCertificates(string pem)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(pem);
            return certificates.Count > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            foreach (var certificate in certificates)
            {
                certificate.Dispose();
            }
        }
    }
}
