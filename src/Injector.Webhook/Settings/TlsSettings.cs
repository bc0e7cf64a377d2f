using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Webhook.Settings;

/// <summary>How the listener speaks TLS and where its certificate comes from.</summary>
internal sealed record TlsSettings
{
    public required CertificateMode Mode { get; init; }

    public string CertificateFile { get; init; } = string.Empty;

    public string KeyFile { get; init; } = string.Empty;

    public string CaCertificateFile { get; init; } = string.Empty;

    /// <summary>CAs of the clients that may ask for admissions; null: every client may.</summary>
    public X509Certificate2Collection? ClientRoots { get; init; }

    /// <summary>Webhook configurations whose <c>caBundle</c> is maintained.</summary>
    public IReadOnlyList<string> Configurations { get; init; } = [];

    /// <summary>DNS names and addresses of the certificate in mode <c>self</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Name of the shared Lease; with <c>-ca</c> appended, of the shared Secret.</summary>
    public string SharedName { get; init; } = string.Empty;

    public required SslProtocols Protocols { get; init; }

    /// <summary>Null: the library's choice.</summary>
    public CipherSuitesPolicy? CipherSuites { get; init; }

    /// <summary>Whether the process has to talk to the Kubernetes API.</summary>
    public bool NeedsKubernetes => Mode == CertificateMode.Self || (Mode == CertificateMode.Files && Configurations.Count > 0 && CaCertificateFile.Length > 0);
}
