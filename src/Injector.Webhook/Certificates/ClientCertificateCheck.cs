using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Webhook.Certificates;

/// <summary>Whether a caller's certificate comes from one of the CAs of <c>-tls-client-ca-file</c>. A caller may also show none.</summary>
internal sealed class ClientCertificateCheck
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private readonly X509Certificate2Collection _roots;

    public ClientCertificateCheck(X509Certificate2Collection roots) => _roots = roots;

    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return true;
        }

        using var own = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
            },
        };
        own.ChainPolicy.CustomTrustStore.AddRange(_roots);
        own.ChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid(ClientAuthentication));
        return certificate is X509Certificate2 shown && own.Build(shown);
    }
}
