using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Administration;
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
    private readonly ServiceEndpoints _services = new(store);

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
            using var caller = Caller(webhook);
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

    private AdmissionCaller Caller(JsonObject webhook)
    {
        var client = webhook.Map("clientConfig");
        var service = client.Map("service");
        var (space, name) = (service.Text("namespace") ?? "default", service.Text("name") ?? string.Empty);
        var bundle = client.Text("caBundle") ?? throw new HttpRequestException("caBundle is empty: nothing is trusted");
        var port = _services.Port(space, name, 443) ?? throw new HttpRequestException($"no endpoints available for service \"{name}\"");
        var handler = PinnedRoot.Handler(Encoding.UTF8.GetString(Convert.FromBase64String(bundle)));

        // The certificate is checked against the Service's name, which nobody resolves here.
        handler.ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync("127.0.0.1", port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
        return new AdmissionCaller(new Uri($"https://{name}.{space}.svc{service.Text("path")}"), handler, options.Time);
    }
}
