using System.Text.Json.Nodes;
using Injector.Sandbox.Administration;

namespace Injector.Sandbox.Scenarios;

/// <summary>
/// What an administrator sets up in Vault for the manifests under <c>manifests/examples</c>: mounts, a policy, a role, secrets and a certificate authority.
/// </summary>
/// <param name="vault">The server, as administrator.</param>
public sealed class PaymentsScenario(VaultAdministrator vault)
{
    /// <summary>The Kubernetes namespace of the manifests.</summary>
    public const string Namespace = "shop";

    /// <summary>The ServiceAccount of the manifests; also the name of policy and role.</summary>
    public const string ServiceAccount = "payments";

    private const string DatabasePath = "kv/data/payments/database";
    private static readonly string[] OwnMounts = ["kv", "pki"];

    /// <summary>The paths this scenario would create and that are there already; it must not be set up when there are any.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>For example <c>kv/</c> and <c>auth/kubernetes/</c>; empty on a fresh server.</returns>
    public async Task<IReadOnlyList<string>> FindConflictsAsync(CancellationToken cancellationToken)
    {
        var mounts = await vault.ReadAsync("sys/mounts", cancellationToken) ?? [];
        var methods = await vault.ReadAsync("sys/auth", cancellationToken) ?? [];
        return
        [
            .. OwnMounts.Select(mount => mount + "/").Where(mounts.ContainsKey),
            .. methods.ContainsKey("kubernetes/") ? ["auth/kubernetes/"] : Array.Empty<string>(),
        ];
    }

    /// <summary>Creates everything.</summary>
    /// <param name="kubernetesConfiguration">The body for <c>auth/kubernetes/config</c>: how the server checks ServiceAccount tokens.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>A task that ends when the server is ready.</returns>
    public async Task SetUpAsync(JsonObject kubernetesConfiguration, CancellationToken cancellationToken)
    {
        await vault.WriteAsync("sys/mounts/kv", new JsonObject { ["type"] = "kv", ["options"] = new JsonObject { ["version"] = "2" } }, cancellationToken);
        await vault.WriteAsync("sys/mounts/pki", new JsonObject { ["type"] = "pki", ["config"] = new JsonObject { ["max_lease_ttl"] = "87600h" } }, cancellationToken);
        await vault.WriteAsync("pki/root/generate/internal", new JsonObject { ["common_name"] = "Shop Root CA", ["ttl"] = "87600h", ["key_type"] = "ec", ["key_bits"] = 256 }, cancellationToken);
        await vault.WriteAsync("pki/roles/payments", CertificateRole(), cancellationToken);
        await vault.WriteAsync("sys/policies/acl/payments", new JsonObject { ["policy"] = Policy().ToJsonString() }, cancellationToken);
        await vault.WriteAsync("sys/auth/kubernetes", new JsonObject { ["type"] = "kubernetes" }, cancellationToken);
        await vault.WriteAsync("auth/kubernetes/config", kubernetesConfiguration, cancellationToken);
        await vault.WriteAsync("auth/kubernetes/role/payments", LoginRole(), cancellationToken);
        await RotateDatabasePasswordAsync("first-p4ssword", cancellationToken);
        await vault.WriteAsync("kv/data/payments/partner", new JsonObject { ["data"] = new JsonObject { ["client_id"] = "shop-eu", ["api_key"] = "k-7c1f2e" } }, cancellationToken);
    }

    /// <summary>Writes a new version of the database secret.</summary>
    /// <param name="password">The new password.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the version is there.</returns>
    public Task RotateDatabasePasswordAsync(string password, CancellationToken cancellationToken) => vault.WriteAsync(
        DatabasePath,
        new JsonObject
        {
            ["data"] = new JsonObject { ["host"] = "db.shop.svc", ["port"] = 5432, ["username"] = "payments", ["password"] = password },
        },
        cancellationToken);

    /// <summary>Removes everything again.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>A task that ends when nothing is left.</returns>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        foreach (var path in (string[])["sys/auth/kubernetes", "sys/policies/acl/payments", .. OwnMounts.Select(mount => $"sys/mounts/{mount}")])
        {
            await vault.DeleteAsync(path, cancellationToken);
        }
    }

    private static JsonObject CertificateRole() => new()
    {
        ["allowed_domains"] = new JsonArray(JsonValue.Create("shop.svc")),
        ["allow_subdomains"] = true,
        ["max_ttl"] = "72h",
        ["key_type"] = "ec",
        ["key_bits"] = 256,
    };

    private static JsonObject Policy() => new()
    {
        ["path"] = new JsonObject
        {
            ["kv/data/payments/*"] = Allow("read"),
            ["pki/issue/payments"] = Allow("update"),
        },
    };

    private static JsonObject Allow(string capability) => new() { ["capabilities"] = new JsonArray(JsonValue.Create(capability)) };

    private static JsonObject LoginRole() => new()
    {
        ["bound_service_account_names"] = new JsonArray(JsonValue.Create(ServiceAccount)),
        ["bound_service_account_namespaces"] = new JsonArray(JsonValue.Create(Namespace)),
        ["token_policies"] = new JsonArray(JsonValue.Create("payments")),
        ["token_ttl"] = "1h",
        ["token_max_ttl"] = "24h",
    };
}
