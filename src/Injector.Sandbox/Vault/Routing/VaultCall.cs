using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Mounts;
using Injector.Sandbox.Vault.Namespaces;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Routing;

/// <summary>A request on its way into a backend.</summary>
internal sealed record VaultCall
{
    public required VaultRequest Request { get; init; }

    public required VaultNamespace Namespace { get; init; }

    public required Mount Mount { get; init; }

    /// <summary>Path with the mount, without the namespace.</summary>
    public required string Path { get; init; }

    /// <summary>Path below the mount.</summary>
    public required string RelativePath { get; init; }

    /// <summary>What the route's pattern caught.</summary>
    public IReadOnlyDictionary<string, string> Captures { get; init; } = new Dictionary<string, string>();

    /// <summary>The caller's token; null on anonymous routes only.</summary>
    public TokenEntry? Token { get; init; }

    public JsonObject Body => Request.Body;

    /// <summary>Path with the namespace: what policies see.</summary>
    public string FullPath => Namespace.Path + Path;

    public string this[string capture] => Captures.GetValueOrDefault(capture, string.Empty);

    public FieldReader Fields() => new(Request.Body, Request.Query);
}
