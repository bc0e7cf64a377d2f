using System.Text.Json.Nodes;

namespace Injector.Sandbox.Workloads;

/// <summary>The other built-in plugins that change a pod before webhooks see it: default tolerations and priority.</summary>
internal static class PodAdmissionPlugins
{
    private const int TolerationSeconds = 300;
    private static readonly string[] Taints = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"];

    public static void Apply(JsonObject pod)
    {
        var spec = pod.Map("spec");
        spec.Default("priority", 0);
        spec.Default("preemptionPolicy", "PreemptLowerPriority");
        foreach (var taint in Taints.Where(taint => !spec.Objects("tolerations").Any(one => one.Text("key") is null || one.Text("key") == taint)))
        {
            spec.List("tolerations").Add((JsonNode)new JsonObject
            {
                ["key"] = taint,
                ["operator"] = "Exists",
                ["effect"] = "NoExecute",
                ["tolerationSeconds"] = TolerationSeconds,
            });
        }
    }
}
