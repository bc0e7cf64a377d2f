using Injector.Vault.Connection;

namespace Injector.Agent.Hosting;

/// <summary>The variables a command gets to reach Vault itself: never a token.</summary>
internal static class ConnectionVariableList
{
    public static IReadOnlyDictionary<string, string> Of(VaultConnectionSettings connection)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["VAULT_ADDR"] = connection.Address.OriginalString,
            ["CONSUL_HTTP_SSL"] = "false",
            ["CONSUL_HTTP_SSL_VERIFY"] = "true",
        };
        Add(variables, "VAULT_SKIP_VERIFY", connection.Tls.Verification == ServerVerification.None ? "true" : null);
        Add(variables, "VAULT_CACERT", connection.Tls.CaFile);
        Add(variables, "VAULT_CACERT_BYTES", connection.Tls.CaText);
        Add(variables, "VAULT_CAPATH", connection.Tls.CaFolder);
        Add(variables, "VAULT_CLIENT_CERT", connection.Tls.ClientCertificateFile);
        Add(variables, "VAULT_CLIENT_KEY", connection.Tls.ClientKeyFile);
        Add(variables, "VAULT_TLS_SERVER_NAME", connection.Tls.ServerName);
        return variables;
    }

    private static void Add(Dictionary<string, string> variables, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            variables[name] = value;
        }
    }
}
