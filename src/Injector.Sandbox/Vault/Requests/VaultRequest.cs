using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>A request, freed of HTTP.</summary>
internal sealed record VaultRequest
{
    public required string Id { get; init; }

    public required VaultOperation Operation { get; init; }

    /// <summary>Path below <c>/v1/</c>, decoded, without the namespace of the header.</summary>
    public required string Path { get; init; }

    /// <summary>Namespace of the header, without slashes at its ends; empty: root.</summary>
    public string Namespace { get; init; } = string.Empty;

    public SecretText? Token { get; init; }

    public JsonObject Body { get; init; } = [];

    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>How long to keep a wrapped answer; null: do not wrap.</summary>
    public TimeSpan? WrapTtl { get; init; }

    public IPAddress? RemoteAddress { get; init; }

    public X509Certificate2? ClientCertificate { get; init; }
}
