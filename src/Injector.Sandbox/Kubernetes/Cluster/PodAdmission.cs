using System.Text.Json.Nodes;
using Injector.Sandbox.Admission;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.Sandbox.Workloads;

namespace Injector.Sandbox.Kubernetes.Cluster;

/// <summary>
/// Sends new pods through the mutating webhooks that are registered, over TLS with the published <c>caBundle</c>. Match conditions are not
/// evaluated: a webhook is asked about every pod that its selectors let through.
/// </summary>
internal sealed class PodAdmission(ObjectStore store, LocalClusterOptions options)
{
    private const string Configurations = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";
    private readonly WebhookClients _clients = new(store, options.Time);

    /// <summary>Makes the pod of a workload as it is to be stored.</summary>
    /// <param name="workload">A pod, or what has a pod template.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="ApiFailure">It is refused.</exception>
    public async Task<AdmittedObject> AdmitAsync(JsonObject workload, CancellationToken cancellationToken)
    {
        var space = workload.Map("metadata").Text("namespace") ?? "default";
        var pods = new WorkloadPods(new WorkloadPodOptions
        {
            Time = options.Time,
            Chance = options.Chance,
            ServiceAccounts = store.List($"/api/v1/namespaces/{space}/serviceaccounts").Items,
        });
        try
        {
            var pod = pods.Create(workload);
            List<string> warnings = [];
            foreach (var webhook in store.List(Configurations).Items.SelectMany(static one => one.Objects("webhooks")).Where(one => Wants(one, pod, space)))
            {
                pod = await AskAsync(webhook, pod, warnings, cancellationToken);
            }

            return new AdmittedObject(pods.Store(pod), warnings);
        }
        catch (ManifestException invalid)
        {
            throw new ApiFailure(422, "Invalid", invalid.Message);
        }
    }

    private bool Wants(JsonObject webhook, JsonObject pod, string space)
    {
        var found = store.List("/api/v1/namespaces").Items.FirstOrDefault(item => item.Map("metadata").Text("name") == space)
            ?? throw new ApiFailure(404, "NotFound", $"namespaces \"{space}\" not found");
        return webhook.Objects("rules").Any(static rule => Has(rule, "operations", "CREATE") && Has(rule, "resources", "pods"))
            && LabelSelector.OfObject(webhook["namespaceSelector"] as JsonObject).Chooses(found)
            && LabelSelector.OfObject(webhook["objectSelector"] as JsonObject).Chooses(pod);
    }

    private static bool Has(JsonObject rule, string list, string wanted) => (rule[list] as JsonArray)?.Any(one => $"{one}" == wanted || $"{one}" == "*") ?? false;

    private async Task<JsonObject> AskAsync(JsonObject webhook, JsonObject pod, List<string> warnings, CancellationToken cancellationToken)
    {
        try
        {
            using var caller = _clients.Create(webhook);
            var answer = await caller.CallAsync(PodReviews.OfCreation(pod, Guid.NewGuid().ToString()), cancellationToken);
            warnings.AddRange(answer.Warnings);
            return answer.IsAllowed
                ? answer.Patch?.Apply(pod)?.AsObject() ?? pod
                : throw new ApiFailure(400, "BadRequest", $"admission webhook \"{webhook.Text("name")}\" denied the request: {answer.Message}");
        }
        catch (HttpRequestException unreachable) when (webhook.Text("failurePolicy") == "Ignore")
        {
            warnings.Add($"failed calling webhook \"{webhook.Text("name")}\": {unreachable.Message}");
            return pod;
        }
        catch (HttpRequestException unreachable)
        {
            throw new ApiFailure(500, "InternalError", $"Internal error occurred: failed calling webhook \"{webhook.Text("name")}\": {unreachable.Message}");
        }
    }
}
