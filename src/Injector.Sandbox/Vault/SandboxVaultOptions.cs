using System.Net;
using Injector.Contracts.Secrecy;

namespace Injector.Sandbox.Vault;

/// <summary>Settings of a sandbox server.</summary>
public sealed record SandboxVaultOptions
{
    /// <summary>The server's clock: every TTL, certificate and timestamp comes from it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>HTTP or HTTPS. Default: HTTP.</summary>
    public SandboxTransport Transport { get; init; } = SandboxTransport.Http;

    /// <summary>The interface to listen on. Default: loopback.</summary>
    public IPAddress Interface { get; init; } = IPAddress.Loopback;

    /// <summary>The port to listen on. Default: 0, any free one.</summary>
    public int Port { get; init; }

    /// <summary>The root token. Default: a random one.</summary>
    public SecretText? RootToken { get; init; }
}
