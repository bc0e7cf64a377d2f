using Injector.Contracts.Pods;

namespace Injector.Contracts.Webhook;

public static partial class WebhookOptionTable
{
    private const string CertificateGroup = "Certificates";

    /// <summary>Where the serving certificate comes from.</summary>
    public static WebhookOption TlsMode { get; } = Own(
        CertificateGroup,
        "tls-mode",
        WebhookOptionKind.Choice,
        "auto",
        "Where the serving certificate comes from: 'self' (own CA in a Secret), 'files', 'cert-manager' (files; cert-manager maintains caBundle). 'auto' is 'files' when -tls-cert-file is set, else 'self'.") with
    {
        Choices = ["auto", "self", "files", "cert-manager"],
    };

    /// <summary>Name of the webhook configuration whose <c>caBundle</c> is maintained.</summary>
    public static WebhookOption TlsAuto { get; } = Define(
        CertificateGroup,
        "tls-auto",
        WebhookOptionKind.List,
        string.Empty,
        "Names of the MutatingWebhookConfigurations whose caBundle is maintained; every webhook entry of them gets it, and so does a ValidatingWebhookConfiguration of the same name.");

    /// <summary>Names and addresses in the serving certificate.</summary>
    public static WebhookOption TlsAutoHosts { get; } = Define(
        CertificateGroup, "tls-auto-hosts", WebhookOptionKind.List, string.Empty, "DNS names and IP addresses in the serving certificate of mode 'self'.");

    /// <summary>The serving certificate with its chain.</summary>
    public static WebhookOption TlsCertFile { get; } = Define(
        CertificateGroup, "tls-cert-file", WebhookOptionKind.File, string.Empty, "PEM file with the serving certificate and its chain. It is read again when it changes.");

    /// <summary>The key of the serving certificate.</summary>
    public static WebhookOption TlsKeyFile { get; } =
        Define(CertificateGroup, "tls-key-file", WebhookOptionKind.File, string.Empty, "PEM file with the key of the serving certificate. It is read again when it changes.");

    /// <summary>CA to publish when certificates come from files.</summary>
    public static WebhookOption TlsCaCertFile { get; } = Define(
        CertificateGroup,
        "tls-ca-cert-file",
        WebhookOptionKind.File,
        string.Empty,
        "PEM file with the CA of a certificate from files. With -tls-auto it is published as caBundle; without, caBundle is maintained by somebody else.");

    /// <summary>Oldest TLS version that is accepted.</summary>
    public static WebhookOption TlsMinVersion { get; } = Define(
        CertificateGroup,
        "tls-min-version",
        WebhookOptionKind.Choice,
        "tls12",
        "Oldest TLS version that is accepted. 'tls10' and 'tls11' are accepted as words but mean 'tls12': older versions are gone from the TLS library.") with
    {
        Choices = ["tls10", "tls11", "tls12", "tls13"],
    };

    /// <summary>Cipher suites up to TLS 1.2.</summary>
    public static WebhookOption TlsCipherSuites { get; } = Define(
        CertificateGroup, "tls-cipher-suites", WebhookOptionKind.List, string.Empty, "IANA names of the cipher suites for TLS 1.2. Empty: the TLS library's choice. TLS 1.3 has its own.");

    /// <summary>CA of clients that may call.</summary>
    public static WebhookOption TlsClientCaFile { get; } = Own(
        CertificateGroup,
        "tls-client-ca-file",
        WebhookOptionKind.File,
        string.Empty,
        "PEM file with the CAs of clients. When set, only callers with a certificate from one of them (the API server) may use /mutate and /validate-workloads; health and metrics stay open.");

    /// <summary>Name of the objects that replicas share in mode <c>self</c>.</summary>
    public static WebhookOption TlsAutoName { get; } = Own(
        CertificateGroup,
        "tls-auto-name",
        WebhookOptionKind.Text,
        "injector-webhook",
        "Name of the objects that the replicas share in mode 'self': the CA stands in the Secret 'NAME-ca', the Lease 'NAME' guards the writer of caBundle. Both stand in the webhook's own namespace.");

    /// <summary>The webhook's own namespace.</summary>
    public static WebhookOption OwnNamespace { get; } = new()
    {
        Group = CertificateGroup,
        Environment = "NAMESPACE",
        Kind = WebhookOptionKind.Text,
        Meaning = "The webhook's own namespace. Empty: the namespace of its ServiceAccount, else 'default'.",
    };

    /// <summary>The webhook's own pod name.</summary>
    public static WebhookOption PodName { get; } = new()
    {
        Group = CertificateGroup,
        Environment = "POD_NAME",
        Kind = WebhookOptionKind.Text,
        Meaning = "The webhook's own pod name, its identity in the Lease. Empty: the host name.",
    };

    /// <summary>The credentials with which the webhook calls the API server.</summary>
    public static WebhookOption ServiceAccountFolder { get; } = Own(
        CertificateGroup,
        "service-account-folder",
        WebhookOptionKind.Text,
        PodPaths.ServiceAccount,
        "Folder with 'token', 'ca.crt' and 'namespace', with which the webhook calls the API server. Another one than the kubelet's serves a projected token of your own with automountServiceAccountToken: false.");

    internal static IEnumerable<WebhookOption> Certificates =>
    [
        TlsMode, TlsCertFile, TlsKeyFile, TlsCaCertFile, TlsAuto, TlsAutoHosts, TlsMinVersion, TlsCipherSuites, TlsClientCaFile, TlsAutoName, OwnNamespace, PodName, ServiceAccountFolder,
    ];
}
