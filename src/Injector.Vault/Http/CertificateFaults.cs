using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Vault.Http;

/// <summary>Says in one clause why a server's certificate was not accepted.</summary>
internal static class CertificateFaults
{
    public static string Describe(X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "the server showed no certificate";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
            return status.HasFlag(X509ChainStatusFlags.NotTimeValid)
                ? "a certificate of the server has expired or is not valid yet"
                : "the server's certificate was not issued by a trusted CA";
        }

        return "the server's certificate is for another name";
    }
}
