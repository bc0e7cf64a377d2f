using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Injector.Templates.Calling;
using Injector.Templates.Functions.Binary;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Crypto;

/// <summary><c>sprig_buildCustomCert</c>: a pair of certificate and key given in base64.</summary>
internal static class CustomCertificate
{
    private const string KeySuffix = "PRIVATE KEY";

    public static Value Build(FunctionCall call)
    {
        if (GoBase64.Standard.Decode(call.Bytes(0), out _) is not { } certificate)
        {
            return call.Fail("unable to decode base64 certificate");
        }

        if (GoBase64.Standard.Decode(call.Bytes(1), out _) is not { } key)
        {
            return call.Fail("unable to decode base64 private key");
        }

        var pem = Encoding.UTF8.GetString(certificate);
        if (!PemEncoding.TryFind(pem, out var fields))
        {
            return call.Fail("unable to decode certificate");
        }

        if (!IsCertificate(Convert.FromBase64String(pem[fields.Base64Data])))
        {
            return call.Fail("error parsing certificate: decodedCert.Bytes: x509: malformed certificate");
        }

        var keyPem = Encoding.UTF8.GetString(key);
        if (!PemEncoding.TryFind(keyPem, out var keyFields))
        {
            return call.Fail("error parsing private key: no PEM data in input");
        }

        var label = keyPem[keyFields.Label];
        return label.EndsWith(KeySuffix, StringComparison.Ordinal)
            ? new SprigCertificateValue(new StringValue(certificate), new StringValue(key))
            : call.Fail($"error parsing private key: no private key data in PEM block of type {label}");
    }

    private static bool IsCertificate(byte[] bytes)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(bytes);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
