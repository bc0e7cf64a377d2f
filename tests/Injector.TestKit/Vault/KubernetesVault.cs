using System.Text.Json.Nodes;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Kubernetes;
using Injector.Sandbox.Vault;

namespace Injector.TestKit.Vault;

/// <summary>A sandbox server with a KV version 2 mount at <c>kv/</c> and kubernetes logins for the role <c>app</c>, as agents meet it in a cluster.</summary>
public sealed class KubernetesVault : IAsyncDisposable
{
    /// <summary>The role and the policy.</summary>
    public const string Role = "app";

    private readonly ServiceAccountTokenIssuer _tokens;

    private KubernetesVault(SandboxVault server, VaultAdministrator administrator, ServiceAccountTokenIssuer tokens)
    {
        Server = server;
        Administrator = administrator;
        _tokens = tokens;
    }

    /// <summary>The server.</summary>
    public SandboxVault Server { get; }

    /// <summary>Sets things up with the root token.</summary>
    public VaultAdministrator Administrator { get; }

    /// <summary>Lets ServiceAccount tokens of another cluster's key log in instead of those made here.</summary>
    /// <param name="other">Whose tokens are trusted.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when they are.</returns>
    public Task TrustTokensOfAsync(KubernetesVault other, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(other);
        return TrustAsync(Administrator, other._tokens, cancellationToken);
    }

    /// <summary>Starts a server and sets it up.</summary>
    /// <param name="options">The server's settings.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The server, ready for logins.</returns>
    public static async Task<KubernetesVault> StartAsync(SandboxVaultOptions options, CancellationToken cancellationToken)
    {
        var server = await SandboxVault.StartAsync(options, cancellationToken);
        var tokens = new ServiceAccountTokenIssuer(options.Time);
        var administrator = new VaultAdministrator(server.Address, server.RootToken.Reveal(), PinnedRoot.Handler(server.CaCertificatePem));
        await administrator.WriteAsync("sys/mounts/kv", new JsonObject { ["type"] = "kv", ["options"] = new JsonObject { ["version"] = "2" } }, cancellationToken);
        await administrator.WriteAsync("sys/policies/acl/app", new JsonObject { ["policy"] = """path "kv/data/*" { capabilities = ["read"] }""" }, cancellationToken);
        await administrator.WriteAsync("sys/auth/kubernetes", new JsonObject { ["type"] = "kubernetes" }, cancellationToken);
        await TrustAsync(administrator, tokens, cancellationToken);
        await administrator.WriteAsync("auth/kubernetes/role/app", LoginRole(), cancellationToken);
        return new KubernetesVault(server, administrator, tokens);
    }

    /// <summary>Writes a new version of a secret.</summary>
    /// <param name="name">Below <c>kv/</c>.</param>
    /// <param name="values">The secret.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the version is there.</returns>
    public Task WriteSecretAsync(string name, JsonObject values, CancellationToken cancellationToken) =>
        Administrator.WriteAsync($"kv/data/{name}", new JsonObject { ["data"] = values }, cancellationToken);

    /// <summary>Signs a ServiceAccount token that may log in.</summary>
    /// <returns>The token's text.</returns>
    public string ServiceAccountToken() => _tokens.Issue(new ServiceAccountTokenRequest
    {
        Namespace = "test",
        ServiceAccount = "app",
        Lifetime = TimeSpan.FromHours(1),
    }).Reveal();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Administrator.Dispose();
        _tokens.Dispose();
        await Server.DisposeAsync();
    }

    private static Task<JsonObject?> TrustAsync(VaultAdministrator administrator, ServiceAccountTokenIssuer tokens, CancellationToken cancellationToken) => administrator.WriteAsync(
        "auth/kubernetes/config",
        new JsonObject { ["kubernetes_host"] = "https://kubernetes.default.svc", ["pem_keys"] = new JsonArray(tokens.PublicKeyPem) },
        cancellationToken);

    private static JsonObject LoginRole() => new()
    {
        ["bound_service_account_names"] = new JsonArray("app"),
        ["bound_service_account_namespaces"] = new JsonArray("test"),
        ["token_policies"] = new JsonArray("app"),
        ["token_ttl"] = "1h",
    };
}
