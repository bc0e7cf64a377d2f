namespace Injector.Contracts.Webhook;

public static partial class WebhookOptionTable
{
    private const string VaultGroup = "Vault";

    /// <summary>Address of Vault, as the agents see it.</summary>
    public static WebhookOption VaultAddress { get; } = Define(
        VaultGroup, "vault-address", WebhookOptionKind.Url, string.Empty, "Address of Vault as the pods see it. Must be set.", "VAULT_ADDR");

    /// <summary>How agents log in.</summary>
    public static WebhookOption VaultAuthType { get; } =
        Define(VaultGroup, "vault-auth-type", WebhookOptionKind.Text, "kubernetes", "Auth method by which agents log in.");

    /// <summary>Where that auth method is mounted.</summary>
    public static WebhookOption VaultAuthPath { get; } =
        Define(VaultGroup, "vault-auth-path", WebhookOptionKind.Text, "auth/kubernetes", "Mount of that auth method, with 'auth/'.");

    /// <summary>Vault namespace of every call.</summary>
    public static WebhookOption VaultNamespace { get; } =
        Define(VaultGroup, "vault-namespace", WebhookOptionKind.Text, string.Empty, "Vault namespace of every call of the agents.");

    /// <summary>Certificates by which agents trust Vault.</summary>
    public static WebhookOption VaultCaCertBytes { get; } = Define(
        VaultGroup, "vault-cacert-bytes", WebhookOptionKind.Pem, string.Empty, "Certificates by which the agents trust Vault: PEM, or base64 of PEM.", "VAULT_CACERT_BYTES");

    /// <summary>Proxy between agents and Vault.</summary>
    public static WebhookOption ProxyAddress { get; } =
        Define(VaultGroup, "proxy-address", WebhookOptionKind.Text, string.Empty, "HTTPS proxy between the agents and Vault.", "PROXY_ADDR");

    /// <summary>First pause after a failed login.</summary>
    public static WebhookOption AuthMinBackoff { get; } =
        Define(VaultGroup, "auth-min-backoff", WebhookOptionKind.Duration, string.Empty, "First pause of an agent after a failed login.");

    /// <summary>Longest pause after a failed login.</summary>
    public static WebhookOption AuthMaxBackoff { get; } =
        Define(VaultGroup, "auth-max-backoff", WebhookOptionKind.Duration, string.Empty, "Longest pause of an agent after failed logins.");

    internal static IEnumerable<WebhookOption> Vault =>
        [VaultAddress, VaultAuthType, VaultAuthPath, VaultNamespace, VaultCaCertBytes, ProxyAddress, AuthMinBackoff, AuthMaxBackoff];
}
