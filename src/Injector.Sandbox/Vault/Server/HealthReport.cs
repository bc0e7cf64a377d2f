using System.Net;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Server;

/// <summary><c>sys/health</c>: the state of the node as a status code, which callers may choose.</summary>
internal sealed class HealthReport(Seal seal, TimeProvider time)
{
    private readonly string _clusterId = Guid.NewGuid().ToString();

    public VaultReply Answer(VaultRequest request)
    {
        var (parameter, code) = seal.IsSealed ? ("sealedcode", HttpStatusCode.ServiceUnavailable) : ("activecode", HttpStatusCode.OK);
        if (request.Query.TryGetValue(parameter, out var chosen))
        {
            if (!int.TryParse(chosen, out var number) || number is < 100 or > 599)
            {
                return VaultReply.Error(HttpStatusCode.BadRequest, $"bad value for {parameter}: '{chosen}'");
            }

            code = (HttpStatusCode)number;
        }

        return VaultReply.Document(code, Body());
    }

    private JsonObject Body() => new()
    {
        ["initialized"] = true,
        ["sealed"] = seal.IsSealed,
        ["standby"] = false,
        ["performance_standby"] = false,
        ["replication_performance_mode"] = "disabled",
        ["replication_dr_mode"] = "disabled",
        ["server_time_utc"] = time.GetUtcNow().ToUnixTimeSeconds(),
        ["version"] = ServerVersion.Text,
        ["cluster_name"] = ServerVersion.ClusterName,
        ["cluster_id"] = _clusterId,
    };
}
