using System.Text.Json.Nodes;
using Injector.Sandbox.Admission;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.Sandbox.Workloads;

namespace Injector.Sandbox.Kubernetes.Cluster;

/// <summary>Asks the validating webhooks that are registered about a new workload. One that does not answer is passed over, as under <c>Ignore</c>.</summary>
internal sealed class WorkloadValidation(ObjectStore store, TimeProvider time)
{
    private const string Configurations = "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations";
    private readonly WebhookClients _clients = new(store, time);

    /// <summary>Asks about a workload.</summary>
    /// <returns>What <c>kubectl</c> is to print.</returns>
    /// <exception cref="ApiFailure">A webhook refuses it.</exception>
    public async Task<IReadOnlyList<string>> AskAsync(JsonObject workload, ApiResource resource, CancellationToken cancellationToken)
    {
        List<string> warnings = [];
        foreach (var webhook in store.List(Configurations).Items.SelectMany(static one => one.Objects("webhooks")).Where(one => Wants(one, workload, resource)))
        {
            try
            {
                using var caller = _clients.Create(webhook);
                var answer = await caller.CallAsync(PodReviews.OfWorkload(workload, resource.Plural, Guid.NewGuid().ToString()), cancellationToken);
                warnings.AddRange(answer.IsAllowed
                    ? answer.Warnings
                    : throw new ApiFailure(400, "BadRequest", $"admission webhook \"{webhook.Text("name")}\" denied the request: {answer.Message}"));
            }
            catch (HttpRequestException unreachable)
            {
                warnings.Add($"failed calling webhook \"{webhook.Text("name")}\": {unreachable.Message}");
            }
        }

        return warnings;
    }

    private bool Wants(JsonObject webhook, JsonObject workload, ApiResource resource)
    {
        var space = workload.Map("metadata").Text("namespace") ?? "default";
        var found = store.List("/api/v1/namespaces").Items.FirstOrDefault(item => item.Map("metadata").Text("name") == space);
        return found is not null
            && webhook.Objects("rules").Any(rule => (rule["resources"] as JsonArray)?.Any(one => $"{one}" == resource.Plural) ?? false)
            && LabelSelector.OfObject(webhook["namespaceSelector"] as JsonObject).Chooses(found);
    }
}
