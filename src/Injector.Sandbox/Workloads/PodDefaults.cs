using System.Text.Json.Nodes;

namespace Injector.Sandbox.Workloads;

/// <summary>Fills in what the API server fills in before admission and again after it.</summary>
internal static class PodDefaults
{
    public static void Apply(JsonObject pod)
    {
        pod.Default("apiVersion", "v1");
        pod.Default("kind", "Pod");
        var spec = pod.Map("spec");
        spec.Default("restartPolicy", "Always");
        spec.Default("terminationGracePeriodSeconds", 30);
        spec.Default("dnsPolicy", "ClusterFirst");
        spec.Default("securityContext", new JsonObject());
        spec.Default("schedulerName", "default-scheduler");
        spec.Default("enableServiceLinks", true);
        if (spec.Text("serviceAccountName") is { } account)
        {
            spec["serviceAccount"] = account;
        }

        foreach (var container in spec.Objects("initContainers").Concat(spec.Objects("containers")))
        {
            ContainerDefaults.Apply(container);
        }

        foreach (var volume in spec.Objects("volumes"))
        {
            VolumeDefaults.Apply(volume);
        }
    }
}
