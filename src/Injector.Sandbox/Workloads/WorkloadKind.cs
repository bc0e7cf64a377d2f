using System.Text.Json.Nodes;

namespace Injector.Sandbox.Workloads;

/// <summary>Turns a workload into the pod that its controller submits.</summary>
internal sealed class WorkloadKind(GeneratedNames names, TimeProvider time)
{
    public JsonObject Create(JsonObject workload) => workload.Text("kind") switch
    {
        "Pod" => workload.DeepClone().AsObject(),
        "ReplicaSet" => FromReplicaSet(workload, GeneratedNames.Hash(Template(workload))),
        "ReplicationController" => Owned(workload, Named(workload)),
        "Deployment" => FromDeployment(workload),
        "StatefulSet" => FromStatefulSet(workload),
        "DaemonSet" => FromDaemonSet(workload),
        "Job" => FromJob(workload),
        "CronJob" => FromCronJob(workload),
        var kind => throw new ManifestException($"'{kind}' makes no pods. Use Pod, Deployment, ReplicaSet, StatefulSet, DaemonSet, Job or CronJob."),
    };

    private JsonObject FromDeployment(JsonObject deployment)
    {
        var hash = GeneratedNames.Hash(Template(deployment));
        var set = new JsonObject
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = "ReplicaSet",
            ["metadata"] = new JsonObject
            {
                ["name"] = $"{Name(deployment)}-{hash}",
                ["namespace"] = Namespace(deployment),
            },
            ["spec"] = deployment["spec"]?.DeepClone(),
        };
        return FromReplicaSet(set, hash);
    }

    private JsonObject FromReplicaSet(JsonObject set, string hash)
    {
        var pod = Owned(set, Named(set));
        pod.Map("metadata").Map("labels").Default("pod-template-hash", hash);
        return pod;
    }

    private JsonObject FromStatefulSet(JsonObject set)
    {
        var name = $"{Name(set)}-0";
        var pod = Owned(set, new JsonObject { ["name"] = name });
        var labels = pod.Map("metadata").Map("labels");
        labels["apps.kubernetes.io/pod-index"] = "0";
        labels["controller-revision-hash"] = $"{Name(set)}-{GeneratedNames.Hash(Template(set))}";
        labels["statefulset.kubernetes.io/pod-name"] = name;
        var spec = pod.Map("spec");
        spec["hostname"] = name;
        if (set.Map("spec").Text("serviceName") is { } service)
        {
            spec["subdomain"] = service;
        }

        foreach (var claim in set.Map("spec").Objects("volumeClaimTemplates").Select(claim => Name(claim)))
        {
            spec.List("volumes").Add((JsonNode)new JsonObject { ["name"] = claim, ["persistentVolumeClaim"] = new JsonObject { ["claimName"] = $"{claim}-{name}" } });
        }

        return pod;
    }

    private JsonObject FromDaemonSet(JsonObject set)
    {
        var pod = Owned(set, Named(set));
        var labels = pod.Map("metadata").Map("labels");
        labels["controller-revision-hash"] = GeneratedNames.Hash(Template(set));
        labels["pod-template-generation"] = "1";
        string[] taints = ["not-ready", "unreachable", "disk-pressure", "memory-pressure", "pid-pressure", "unschedulable"];
        foreach (var taint in taints)
        {
            pod.Map("spec").List("tolerations").Add((JsonNode)new JsonObject
            {
                ["key"] = $"node.kubernetes.io/{taint}",
                ["operator"] = "Exists",
                ["effect"] = taint is "not-ready" or "unreachable" ? "NoExecute" : "NoSchedule",
            });
        }

        return pod;
    }

    private JsonObject FromJob(JsonObject job)
    {
        var uid = job.Map("metadata").Text("uid") ?? names.Uid();
        var owner = job.DeepClone().AsObject();
        owner.Map("metadata")["uid"] = uid;
        var pod = Owned(owner, Named(job));
        if (pod.Map("spec").Text("restartPolicy") is not ("Never" or "OnFailure"))
        {
            throw new ManifestException($"Job '{Name(job)}': spec.template.spec.restartPolicy must be Never or OnFailure.");
        }

        var metadata = pod.Map("metadata");
        foreach (var (label, value) in (ReadOnlySpan<(string, string)>)[("controller-uid", uid), ("job-name", Name(job))])
        {
            metadata.Map("labels")[label] = value;
            metadata.Map("labels")[$"batch.kubernetes.io/{label}"] = value;
        }

        metadata["finalizers"] = new JsonArray(JsonValue.Create("batch.kubernetes.io/job-tracking"));
        return pod;
    }

    private JsonObject FromCronJob(JsonObject cron)
    {
        var template = cron.Map("spec").Map("jobTemplate").DeepClone().AsObject();
        var job = new JsonObject
        {
            ["apiVersion"] = "batch/v1",
            ["kind"] = "Job",
            ["metadata"] = new JsonObject
            {
                ["name"] = $"{Name(cron)}-{time.GetUtcNow().ToUnixTimeSeconds() / 60}",
                ["namespace"] = Namespace(cron),
            },
            ["spec"] = template["spec"]?.DeepClone(),
        };
        return FromJob(job);
    }

    /// <summary>The template's pod with its owner's reference.</summary>
    private JsonObject Owned(JsonObject owner, JsonObject name)
    {
        var template = Template(owner).DeepClone().AsObject();
        var metadata = name;
        metadata["namespace"] = Namespace(owner);
        foreach (var (key, value) in template["metadata"] as JsonObject ?? [])
        {
            metadata.Default(key, value?.DeepClone());
        }

        metadata["ownerReferences"] = new JsonArray(new JsonObject
        {
            ["apiVersion"] = owner["apiVersion"]?.DeepClone(),
            ["kind"] = owner["kind"]?.DeepClone(),
            ["name"] = Name(owner),
            ["uid"] = owner.Map("metadata").Text("uid") ?? names.Uid(),
            ["controller"] = true,
            ["blockOwnerDeletion"] = true,
        });
        return new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Pod", ["metadata"] = metadata, ["spec"] = template["spec"]?.DeepClone() };
    }

    private static JsonObject Named(JsonObject owner) => new() { ["generateName"] = $"{Name(owner)}-" };

    private static JsonObject Template(JsonObject workload) => (workload["spec"] as JsonObject)?["template"] as JsonObject
        ?? throw new ManifestException($"{workload.Text("kind")} '{Name(workload)}' has no spec.template.");

    private static string Name(JsonObject one) => (one["metadata"] as JsonObject)?.Text("name")
        ?? throw new ManifestException($"An object of kind {one.Text("kind") ?? "?"} has no metadata.name.");

    private static string Namespace(JsonObject one) => (one["metadata"] as JsonObject)?.Text("namespace") ?? "default";
}
