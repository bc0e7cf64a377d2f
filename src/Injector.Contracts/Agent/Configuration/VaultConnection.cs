namespace Injector.Contracts.Agent.Configuration;

/// <summary>The <c>vault</c> section: how to reach the server.</summary>
public sealed record VaultConnection
{
    /// <summary>Base address, for example <c>https://vault.vault.svc:8200</c>. Default <c>https://127.0.0.1:8200</c>.</summary>
    public string? Address { get; init; }

    /// <summary>File with one or more PEM certificates to trust instead of the system's.</summary>
    public string? CaCert { get; init; }

    /// <summary>Folder of PEM certificates to trust instead of the system's.</summary>
    public string? CaPath { get; init; }

    /// <summary>Client certificate, PEM file; needs <see cref="ClientKey"/>.</summary>
    public string? ClientCert { get; init; }

    /// <summary>Key of the client certificate, PEM file.</summary>
    public string? ClientKey { get; init; }

    /// <summary>Name for SNI and for the check of the server's certificate.</summary>
    public string? TlsServerName { get; init; }

    /// <summary>True: do not verify the server's certificate. Default false.</summary>
    public bool TlsSkipVerify { get; init; }

    /// <summary>Attempts after a failed fetch: null or 0 means the default of 12, -1 none.</summary>
    public int? NumRetries { get; init; }

    /// <summary>Vault namespace for every call.</summary>
    public string? Namespace { get; init; }
}
