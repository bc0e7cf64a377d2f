using System.Globalization;
using System.Text.Json.Nodes;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.Sandbox.Workloads;

namespace Injector.Sandbox.Kubernetes.Cluster;

/// <summary>Finds where a Service leads to: the port of a ready pod that it selects. All pods listen on the loopback interface.</summary>
internal sealed class ServiceEndpoints(ObjectStore store)
{
    /// <summary>Finds the port of this machine that answers for a Service.</summary>
    /// <returns>The port; null when no ready pod is selected.</returns>
    public int? Port(string space, string name, int servicePort)
    {
        var service = store.List($"/api/v1/namespaces/{space}/services").Items.FirstOrDefault(item => item.Map("metadata").Text("name") == name);
        var port = service?.Map("spec").Objects("ports").FirstOrDefault(one => $"{one["port"]}" == servicePort.ToString(CultureInfo.InvariantCulture));
        if (service is null || port is null)
        {
            return null;
        }

        var selector = LabelSelector.OfObject(new JsonObject { ["matchLabels"] = service.Map("spec")["selector"]?.DeepClone() });
        var pod = store.List($"/api/v1/namespaces/{space}/pods").Items.FirstOrDefault(item => selector.Chooses(item) && IsReady(item));
        return pod is null ? null : Number(pod, $"{port["targetPort"] ?? port["port"]}");
    }

    private static bool IsReady(JsonObject pod) =>
        pod.Map("status").Objects("conditions").Any(static one => one.Text("type") == "Ready" && one.Text("status") == "True");

    private static int? Number(JsonObject pod, string target)
    {
        if (int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var named = pod.Map("spec").Objects("containers").SelectMany(static one => one.Objects("ports")).FirstOrDefault(one => one.Text("name") == target);
        return int.TryParse($"{named?["containerPort"]}", NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : null;
    }
}
