using Injector.Contracts.Diagnostics;
using Injector.Injection.Annotations;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Agents;

/// <summary>Reads how the agent reaches Vault.</summary>
internal static class ConnectionReader
{
    public static ConnectionOptions Read(AnnotationReader reader, string caPem)
    {
        var skipVerify = reader.Boolean(TlsSkipVerify);
        if (skipVerify)
        {
            var key = reader.Annotations.KeyOf(TlsSkipVerify);
            reader.Report.Warn(Catalogue.Injection.TlsNotVerified.For(key, key));
            reader.Report.DenyIfRestricted(key, reader.Text(TlsSkipVerify), "Vault's certificate must be verified");
        }

        return new ConnectionOptions
        {
            Address = reader.Text(Service),
            Namespace = reader.Text(VaultNamespace),
            Proxy = reader.Text(ProxyAddress),
            CaCert = reader.Text(CaCert),
            CaPath = reader.Text(CaKey),
            ClientCert = reader.Text(ClientCert),
            ClientKey = reader.Text(ClientKey),
            TlsServerName = reader.Text(TlsServerName),
            TlsSkipVerify = skipVerify,
            TlsSecret = reader.Text(TlsSecret),
            MaxRetries = reader.Text(ClientMaxRetries),
            Timeout = reader.Text(ClientTimeout),
            CaPem = caPem,
        };
    }
}
