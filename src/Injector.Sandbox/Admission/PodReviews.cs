using System.Text.Json.Nodes;
using Injector.Sandbox.Workloads;

namespace Injector.Sandbox.Admission;

/// <summary>Wraps pods into the reviews that an API server sends when a controller creates them.</summary>
public static class PodReviews
{
    private const string ApiVersion = "admission.k8s.io/v1";

    /// <summary>Makes the review of a pod's creation.</summary>
    /// <param name="pod">The pod as it was submitted and defaulted.</param>
    /// <param name="uid">Names the request; the answer must repeat it.</param>
    /// <returns>The review.</returns>
    public static JsonObject OfCreation(JsonObject pod, string uid) => Review(
        pod,
        pod.Map("metadata").Objects("ownerReferences").FirstOrDefault()?.Text("kind"),
        new JsonObject
        {
            ["uid"] = uid,
            ["kind"] = Group("kind", "Pod"),
            ["resource"] = Group("resource", "pods"),
            ["requestKind"] = Group("kind", "Pod"),
            ["requestResource"] = Group("resource", "pods"),
        });

    /// <summary>Makes the review of a workload's creation by a person.</summary>
    /// <param name="workload">The object as it was submitted.</param>
    /// <param name="resource">Its resource, for example <c>deployments</c>.</param>
    /// <param name="uid">Names the request; the answer must repeat it.</param>
    /// <returns>The review.</returns>
    public static JsonObject OfWorkload(JsonObject workload, string resource, string uid)
    {
        var version = (workload.Text("apiVersion") ?? "v1").Split('/');
        JsonObject Named(string member, string value) => new() { ["group"] = version.Length > 1 ? version[0] : string.Empty, ["version"] = version[^1], [member] = value };
        return Review(workload, owner: null, new JsonObject
        {
            ["uid"] = uid,
            ["kind"] = Named("kind", workload.Text("kind") ?? string.Empty),
            ["resource"] = Named("resource", resource),
        });
    }

    private static JsonObject Review(JsonObject submitted, string? owner, JsonObject request)
    {
        var metadata = submitted.Map("metadata");
        if (metadata.Text("name") is { } name)
        {
            request["name"] = name;
        }

        request["namespace"] = metadata.Text("namespace");
        request["operation"] = "CREATE";
        request["userInfo"] = User(owner);
        request["object"] = submitted.DeepClone();
        request["oldObject"] = null;
        request["dryRun"] = false;
        request["options"] = new JsonObject { ["kind"] = "CreateOptions", ["apiVersion"] = "meta.k8s.io/v1" };
        return new JsonObject { ["kind"] = "AdmissionReview", ["apiVersion"] = ApiVersion, ["request"] = request };
    }

    private static JsonObject Group(string member, string value) => new() { ["group"] = string.Empty, ["version"] = "v1", [member] = value };

    private static JsonObject User(string? owner)
    {
        var controller = owner switch
        {
            "ReplicaSet" => "replicaset-controller",
            "StatefulSet" => "statefulset-controller",
            "DaemonSet" => "daemon-set-controller",
            "Job" => "job-controller",
            "ReplicationController" => "replication-controller",
            _ => null,
        };
        return controller is null
            ? new JsonObject { ["username"] = "kubernetes-admin", ["groups"] = new JsonArray(JsonValue.Create("system:masters"), JsonValue.Create("system:authenticated")) }
            : new JsonObject
            {
                ["username"] = $"system:serviceaccount:kube-system:{controller}",
                ["groups"] = new JsonArray(
                    JsonValue.Create("system:serviceaccounts"), JsonValue.Create("system:serviceaccounts:kube-system"), JsonValue.Create("system:authenticated")),
            };
    }
}
