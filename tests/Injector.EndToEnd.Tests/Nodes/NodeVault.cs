using System.Text.Json.Nodes;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Vault;

namespace Injector.EndToEnd.Tests.Nodes;

/// <summary>A server on this machine that pods log in to with the ServiceAccount <c>default</c> of one namespace.</summary>
internal sealed class NodeVault : IAsyncDisposable
{
    private readonly VaultAdministrator _administrator;

    private NodeVault(SandboxVault server, string host)
    {
        Server = server;
        var address = new UriBuilder(server.Address) { Host = host }.Uri;
        Address = address.GetLeftPart(UriPartial.Authority);
        _administrator = new VaultAdministrator(address, server.RootToken.Reveal(), PinnedRoot.Handler(null));
    }

    public SandboxVault Server { get; }

    /// <summary>The server as pods see it.</summary>
    public string Address { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<NodeVault> StartAsync(NodeSettings settings, string @namespace, IEnumerable<string> tokenKeys)
    {
        var vault = new NodeVault(await SandboxVault.StartAsync(new SandboxVaultOptions { Interface = settings.Interface }, Token), settings.Host);
        await vault.WriteAsync("sys/mounts/kv", """{"type":"kv","options":{"version":"2"}}""");
        await vault.WriteAsync("sys/policies/acl/web", """{"policy":"path \"kv/data/web\" { capabilities = [\"read\"] }"}""");
        await vault.WriteAsync("sys/auth/kubernetes", """{"type":"kubernetes"}""");
        await vault._administrator.WriteAsync(
            "auth/kubernetes/config",
            new JsonObject { ["kubernetes_host"] = "https://kubernetes.default.svc", ["pem_keys"] = new JsonArray([.. tokenKeys.Select(static key => (JsonNode)key)]) },
            Token);
        await vault.WriteAsync(
            "auth/kubernetes/role/web",
            $$"""{"bound_service_account_names":["default"],"bound_service_account_namespaces":["{{@namespace}}"],"token_policies":["web"],"token_ttl":"1h"}""");
        await vault.WriteUserAsync("paul");
        return vault;
    }

    /// <summary>Writes a new version of the secret.</summary>
    public Task WriteUserAsync(string user) => WriteAsync("kv/data/web", $$$"""{"data":{"user":"{{{user}}}"}}""");

    public async ValueTask DisposeAsync()
    {
        _administrator.Dispose();
        await Server.DisposeAsync();
    }

    private async Task WriteAsync(string path, string body) => await _administrator.WriteAsync(path, JsonNode.Parse(body)?.AsObject() ?? [], Token);
}
