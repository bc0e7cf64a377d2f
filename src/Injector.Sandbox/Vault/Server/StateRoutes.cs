using System.Net;
using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Server;

/// <summary>The state of the node: health, seal, leader.</summary>
internal sealed class StateRoutes(VaultServices services)
{
    private readonly HealthReport _health = new(services.Seal, services.Node, services.Time);

    public IEnumerable<Route> Routes() =>
    [
        Open("health").On(VaultOperation.Read, call => _health.Answer(call.Request)),
        Open("seal-status").On(VaultOperation.Read, _ => VaultReply.Document(HttpStatusCode.OK, SealStatus())),
        Open("unseal").On(VaultOperation.Write, Unseal),
        Open("init").On(VaultOperation.Read, static _ => VaultReply.Document(HttpStatusCode.OK, new JsonObject { ["initialized"] = true })),
        Open("leader").On(VaultOperation.Read, static _ => VaultReply.Document(HttpStatusCode.OK, new JsonObject
        {
            ["ha_enabled"] = false,
            ["is_self"] = false,
            ["leader_address"] = string.Empty,
            ["leader_cluster_address"] = string.Empty,
            ["performance_standby"] = false,
        })),
        new Route("seal") { Access = RouteAccess.Sudo }.On(VaultOperation.Write, Close),
    ];

    private static Route Open(string path) => new(path) { Access = RouteAccess.AnonymousEvenSealed };

    private VaultReply Close(VaultCall call)
    {
        services.Seal.Close();
        return VaultReply.NoContent;
    }

    private VaultReply Unseal(VaultCall call)
    {
        var key = call.Fields().Text("key");
        return key.Length == 0 ? VaultReply.BadRequest("'key' must be specified in request body as JSON, or 'reset' set to true")
            : services.Seal.TryOpen(new SecretText(key)) ? VaultReply.Document(HttpStatusCode.OK, SealStatus())
            : VaultReply.BadRequest("failed to decrypt keys from storage: cipher: message authentication failed");
    }

    private JsonObject SealStatus() => new()
    {
        ["type"] = "shamir",
        ["initialized"] = true,
        ["sealed"] = services.Seal.IsSealed,
        ["t"] = 1,
        ["n"] = 1,
        ["progress"] = 0,
        ["nonce"] = string.Empty,
        ["version"] = ServerVersion.Text,
        ["cluster_name"] = ServerVersion.ClusterName,
        ["storage_type"] = "inmem",
    };
}
