using System.Text.Json.Nodes;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.Sandbox.Workloads;

namespace Injector.Sandbox.Kubernetes.Cluster;

/// <summary>What the controllers write about a Deployment: its ReplicaSet, and how far the one pod is.</summary>
internal sealed class DeploymentRollout(ObjectStore store)
{
    /// <summary>Stores the ReplicaSet of a Deployment.</summary>
    /// <returns>The ReplicaSet.</returns>
    public JsonObject CreateReplicaSet(JsonObject deployment)
    {
        var hash = GeneratedNames.Hash(deployment.Map("spec").Map("template"));
        var (space, name) = Names(deployment);
        var template = deployment.Map("spec").Map("template").DeepClone().AsObject();
        template.Map("metadata").Map("labels")["pod-template-hash"] = hash;
        return store.Create(Collection(space, "replicasets"), new JsonObject
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = "ReplicaSet",
            ["metadata"] = new JsonObject
            {
                ["name"] = $"{name}-{hash}",
                ["namespace"] = space,
                ["generation"] = 1,
                ["labels"] = template.Map("metadata").Map("labels").DeepClone(),
                ["ownerReferences"] = new JsonArray(new JsonObject
                {
                    ["apiVersion"] = "apps/v1",
                    ["kind"] = "Deployment",
                    ["name"] = name,
                    ["uid"] = deployment.Map("metadata").Text("uid"),
                    ["controller"] = true,
                }),
            },
            ["spec"] = new JsonObject { ["replicas"] = 1, ["selector"] = deployment.Map("spec")["selector"]?.DeepClone(), ["template"] = template },
        });
    }

    /// <summary>Writes how far the pod is into both objects.</summary>
    public void Report(JsonObject deployment, JsonObject replicaSet, JsonObject podStatus)
    {
        var ready = podStatus.Objects("conditions").Any(static one => one.Text("type") == "Ready" && one.Text("status") == "True") ? 1 : 0;
        var (space, name) = Names(deployment);
        Write(Collection(space, "replicasets"), Names(replicaSet).Name, ready);
        Write(Collection(space, "deployments"), name, ready);
    }

    private void Write(string collection, string name, int ready) => store.Change(collection, name, body =>
    {
        body["status"] = new JsonObject
        {
            ["observedGeneration"] = 1,
            ["replicas"] = 1,
            ["updatedReplicas"] = 1,
            ["readyReplicas"] = ready,
            ["availableReplicas"] = ready,
        };
        return body;
    });

    private static string Collection(string space, string plural) => $"/apis/apps/v1/namespaces/{space}/{plural}";

    private static (string Space, string Name) Names(JsonObject one) => (one.Map("metadata").Text("namespace") ?? "default", one.Map("metadata").Text("name") ?? string.Empty);
}
