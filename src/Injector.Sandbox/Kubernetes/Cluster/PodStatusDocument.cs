using System.Globalization;
using System.Text.Json.Nodes;
using Injector.Sandbox.Pods;

namespace Injector.Sandbox.Kubernetes.Cluster;

/// <summary>Writes a pod's status as the API server stores it.</summary>
internal static class PodStatusDocument
{
    public static JsonObject Of(PodStatus status) => new()
    {
        ["phase"] = status.Phase.ToString(),
        ["podIP"] = "127.0.0.1",
        ["conditions"] = new JsonArray(Condition("Ready", status.IsReady), Condition("ContainersReady", status.IsReady)),
        ["initContainerStatuses"] = Containers(status.InitContainers),
        ["containerStatuses"] = Containers(status.Containers),
    };

    private static JsonObject Condition(string type, bool holds) => new() { ["type"] = type, ["status"] = holds ? "True" : "False" };

    private static JsonArray Containers(IEnumerable<ContainerStatus> containers) => new([.. containers.Select(static one => new JsonObject
    {
        ["name"] = one.Name,
        ["ready"] = one.IsReady,
        ["started"] = one.IsStarted,
        ["restartCount"] = one.RestartCount,
        ["state"] = State(one.State),
        ["lastState"] = one.LastState is { } last ? State(last) : new JsonObject(),
    })]);

    private static JsonObject State(ContainerState state) => state switch
    {
        ContainerState.Running running => new JsonObject { ["running"] = new JsonObject { ["startedAt"] = Moment(running.StartedAt) } },
        ContainerState.Waiting waiting => new JsonObject { ["waiting"] = new JsonObject { ["reason"] = waiting.Reason, ["message"] = waiting.Message } },
        ContainerState.Terminated ended => new JsonObject
        {
            ["terminated"] = new JsonObject
            {
                ["exitCode"] = ended.ExitCode,
                ["reason"] = ended.Reason,
                ["message"] = ended.Message,
                ["startedAt"] = Moment(ended.StartedAt),
                ["finishedAt"] = Moment(ended.FinishedAt),
            },
        },
        _ => [],
    };

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
