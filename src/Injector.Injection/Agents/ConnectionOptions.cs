namespace Injector.Injection.Agents;

/// <summary>How the agent reaches Vault; texts are empty when they were not given.</summary>
internal sealed record ConnectionOptions
{
    public required string Address { get; init; }

    public required string Namespace { get; init; }

    public required string Proxy { get; init; }

    public required string CaCert { get; init; }

    public required string CaPath { get; init; }

    public required string ClientCert { get; init; }

    public required string ClientKey { get; init; }

    public required string TlsServerName { get; init; }

    public required bool TlsSkipVerify { get; init; }

    public required string TlsSecret { get; init; }

    public required string MaxRetries { get; init; }

    public required string Timeout { get; init; }

    /// <summary>The installation's CA as PEM; empty: none.</summary>
    public required string CaPem { get; init; }
}
