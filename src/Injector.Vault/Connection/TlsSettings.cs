namespace Injector.Vault.Connection;

/// <summary>Trust and identity of a TLS connection. The first of file, text and folder that is set replaces the system's roots.</summary>
public sealed record TlsSettings
{
    /// <summary>PEM file with trusted roots.</summary>
    public string? CaFile { get; init; }

    /// <summary>PEM text with trusted roots.</summary>
    public string? CaText { get; init; }

    /// <summary>Folder of PEM files with trusted roots.</summary>
    public string? CaFolder { get; init; }

    /// <summary>PEM file with our certificate; needs <see cref="ClientKeyFile"/>.</summary>
    public string? ClientCertificateFile { get; init; }

    /// <summary>PEM file with its key.</summary>
    public string? ClientKeyFile { get; init; }

    /// <summary>Name sent as SNI and looked for in the server's certificate; null: the address's host.</summary>
    public string? ServerName { get; init; }

    /// <summary>Whether the server's certificate is checked. Default <see cref="ServerVerification.Full"/>.</summary>
    public ServerVerification Verification { get; init; } = ServerVerification.Full;
}
