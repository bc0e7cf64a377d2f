namespace Injector.Contracts.Annotations;

public static partial class AnnotationCatalogue
{
    /// <summary>Address of Vault.</summary>
    public static AnnotationDefinition Service { get; } = new("service", AnnotationValueType.Text, "Address of Vault.")
    {
        DefaultNote = "the installation's address",
        Example = "https://vault.vault.svc:8200",
    };

    /// <summary>Vault namespace.</summary>
    public static AnnotationDefinition VaultNamespace { get; } = new("namespace", AnnotationValueType.Text, "Namespace in Vault, not in Kubernetes.")
    {
        Example = "team-a",
    };

    /// <summary>Proxy of the agent.</summary>
    public static AnnotationDefinition ProxyAddress { get; } = new("proxy-address", AnnotationValueType.Text, "HTTPS proxy of the agent.")
    {
        Example = "http://proxy.example.com:3128",
    };

    /// <summary>Whether Vault's certificate is not verified.</summary>
    public static AnnotationDefinition TlsSkipVerify { get; } = new("tls-skip-verify", AnnotationValueType.Boolean,
        "Does not verify Vault's certificate. Anyone on the way can then read the secrets.")
    {
        Default = "false",
        Example = "false",
        Difference = "True gets a warning and is denied in the preset restricted.",
    };

    /// <summary>Name in Vault's certificate.</summary>
    public static AnnotationDefinition TlsServerName { get; } = new("tls-server-name", AnnotationValueType.Text, "Name that Vault's certificate must carry.")
    {
        Example = "vault.example.com",
    };

    /// <summary>Secret with TLS material.</summary>
    public static AnnotationDefinition TlsSecret { get; } = new("tls-secret", AnnotationValueType.Text,
        "Kubernetes Secret mounted at /vault/tls in the agent containers, for the files named by the next keys.")
    {
        Example = "vault-ca",
    };

    /// <summary>CA file.</summary>
    public static AnnotationDefinition CaCert { get; } = new("ca-cert", AnnotationValueType.Path, "File with the CA of Vault's certificate.")
    {
        Example = "/vault/tls/ca.crt",
    };

    /// <summary>Folder of CA files.</summary>
    public static AnnotationDefinition CaKey { get; } = new("ca-key", AnnotationValueType.Path, "Folder (not a key) with CA files.")
    {
        Example = "/vault/tls",
    };

    /// <summary>Client certificate.</summary>
    public static AnnotationDefinition ClientCert { get; } = new("client-cert", AnnotationValueType.Path, "Client certificate for mutual TLS.")
    {
        Example = "/vault/tls/client.crt",
    };

    /// <summary>Key of the client certificate.</summary>
    public static AnnotationDefinition ClientKey { get; } = new("client-key", AnnotationValueType.Path, "Key of the client certificate.")
    {
        Example = "/vault/tls/client.key",
    };

    /// <summary>Attempts of the agent's client.</summary>
    public static AnnotationDefinition ClientMaxRetries { get; } = new("client-max-retries", AnnotationValueType.Text, "Attempts after a failed request.")
    {
        Example = "2",
    };

    /// <summary>Time limit of one request.</summary>
    public static AnnotationDefinition ClientTimeout { get; } = new("client-timeout", AnnotationValueType.Text, "Time limit of one request to Vault.")
    {
        Example = "60s",
    };

    private static AnnotationDefinition[] ConnectionKeys =>
    [
        Service, VaultNamespace, ProxyAddress, TlsSkipVerify, TlsServerName, TlsSecret, CaCert, CaKey, ClientCert, ClientKey, ClientMaxRetries, ClientTimeout,
    ];
}
