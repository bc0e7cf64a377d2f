using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Server;

/// <summary><c>sys/health</c>: the state of the node as a status code, which callers may choose.</summary>
internal sealed class HealthReport(Seal seal, Node node, TimeProvider time)
{
    private readonly string _clusterId = Guid.NewGuid().ToString();

    public VaultReply Answer(VaultRequest request)
    {
        var (parameter, code) = State(request);
        if (request.Query.TryGetValue(parameter, out var chosen))
        {
            if (!int.TryParse(chosen, CultureInfo.InvariantCulture, out code) || code is < 100 or > 599)
            {
                return VaultReply.BadRequest($"bad value for {parameter}: '{chosen}'");
            }
        }

        return VaultReply.Document((HttpStatusCode)code, Body());
    }

    private static bool IsSet(VaultRequest request, string name) => request.Query.TryGetValue(name, out var value) && value is "" or "1" or "true";

    private (string Parameter, int Code) State(VaultRequest request) => (seal.IsSealed, node.Role) switch
    {
        (true, _) => ("sealedcode", 503),
        (_, NodeRole.DisasterRecoverySecondary) => ("drsecondarycode", 472),
        (_, NodeRole.PerformanceStandby) => IsSet(request, "perfstandbyok") ? ("activecode", 200) : ("performancestandbycode", 473),
        (_, NodeRole.Standby) => IsSet(request, "standbyok") ? ("activecode", 200) : ("standbycode", 429),
        _ => ("activecode", 200),
    };

    private JsonObject Body() => new()
    {
        ["initialized"] = true,
        ["sealed"] = seal.IsSealed,
        ["standby"] = node.Role is NodeRole.Standby or NodeRole.PerformanceStandby,
        ["performance_standby"] = node.Role == NodeRole.PerformanceStandby,
        ["replication_performance_mode"] = "disabled",
        ["replication_dr_mode"] = node.Role == NodeRole.DisasterRecoverySecondary ? "secondary" : "disabled",
        ["server_time_utc"] = time.GetUtcNow().ToUnixTimeSeconds(),
        ["version"] = ServerVersion.Text,
        ["cluster_name"] = ServerVersion.ClusterName,
        ["cluster_id"] = _clusterId,
    };
}
