using Injector.Contracts.Agent.Configuration;

namespace Injector.Contracts.Agent.Reading;

internal static class VaultSection
{
    public static VaultConnection Read(Section? section)
    {
        if (section is null)
        {
            return new VaultConnection();
        }

        var retry = section.Single("retry", BlockLabel.None);
        var connection = new VaultConnection
        {
            Address = section.Text("address"),
            CaCert = section.Text("ca_cert"),
            CaPath = section.Text("ca_path"),
            ClientCert = section.Text("client_cert"),
            ClientKey = section.Text("client_key"),
            TlsServerName = section.Text("tls_server_name"),
            TlsSkipVerify = section.Flag("tls_skip_verify", false),
            NumRetries = (int?)retry?.Number("num_retries"),
            Namespace = section.Text("namespace"),
        };
        retry?.Close(UnknownKeys.Warn);
        section.Close(UnknownKeys.Warn);
        return connection;
    }
}
