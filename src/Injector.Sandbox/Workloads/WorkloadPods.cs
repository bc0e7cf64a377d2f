using System.Globalization;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Workloads;

/// <summary>Makes pods of workloads as a cluster's controllers and its API server do.</summary>
public sealed class WorkloadPods
{
    private readonly TimeProvider _time;
    private readonly GeneratedNames _names;
    private readonly WorkloadKind _kinds;
    private readonly ServiceAccountAdmission _accounts;

    /// <summary>Prepares the making of pods.</summary>
    /// <param name="options">Clock, chance and ServiceAccounts.</param>
    public WorkloadPods(WorkloadPodOptions options)
    {
        _time = options.Time;
        _names = new GeneratedNames(options.Chance);
        _kinds = new WorkloadKind(_names, options.Time);
        _accounts = new ServiceAccountAdmission(options.ServiceAccounts, _names);
    }

    /// <summary>Makes the pod that mutating webhooks see: submitted by the controller, defaulted, with its token volume.</summary>
    /// <param name="workload">A Deployment, StatefulSet, DaemonSet, Job, CronJob, ReplicaSet or Pod.</param>
    /// <returns>The pod; it has no uid yet, and no name when one is generated for it.</returns>
    /// <exception cref="ManifestException">The workload makes no pod.</exception>
    public JsonObject Create(JsonObject workload)
    {
        var pod = _kinds.Create(workload);
        pod.Map("metadata").Default("namespace", "default");
        PodDefaults.Apply(pod);
        _accounts.Apply(pod);
        PodAdmissionPlugins.Apply(pod);
        return pod;
    }

    /// <summary>Makes the stored pod of what the webhooks left: defaulted again, checked, named.</summary>
    /// <param name="admitted">The pod after all patches; left as it is.</param>
    /// <returns>The pod as <c>kubectl get pod -o json</c> would print it before it is scheduled.</returns>
    /// <exception cref="ManifestException">The API server would reject it.</exception>
    public JsonObject Store(JsonObject admitted)
    {
        var pod = admitted.DeepClone().AsObject();
        PodDefaults.Apply(pod);
        PodValidation.Check(pod);
        var metadata = pod.Map("metadata");
        if (metadata.Text("name") is null)
        {
            metadata["name"] = (metadata.Text("generateName") ?? throw new ManifestException("The pod has neither a name nor a generateName.")) + _names.Suffix();
        }

        metadata.Default("uid", _names.Uid());
        metadata.Default("creationTimestamp", _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        pod.Default("status", new JsonObject { ["phase"] = "Pending", ["qosClass"] = QualityOfService(pod.Map("spec")) });
        return pod;
    }

    private static string QualityOfService(JsonObject spec)
    {
        var resources = spec.Objects("initContainers").Concat(spec.Objects("containers")).Select(container => container["resources"] as JsonObject ?? []).ToList();
        if (resources.All(one => one["requests"] is not JsonObject { Count: > 0 } && one["limits"] is not JsonObject { Count: > 0 }))
        {
            return "BestEffort";
        }

        string[] names = ["cpu", "memory"];
        return resources.All(one => names.All(name => (one["limits"] as JsonObject)?[name] is { } limit && JsonNode.DeepEquals(limit, (one["requests"] as JsonObject)?[name])))
            ? "Guaranteed"
            : "Burstable";
    }
}
