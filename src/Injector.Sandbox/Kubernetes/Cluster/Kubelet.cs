using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.Sandbox.Pods;
using Injector.Sandbox.Workloads;

namespace Injector.Sandbox.Kubernetes.Cluster;

/// <summary>Runs the pods that are stored, tells their status, ends those that are deleted.</summary>
internal sealed class Kubelet(ObjectStore store, LocalClusterOptions options, Uri apiServer, string authorityPem) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Collection, string Name), RunningPod> _pods = new();

    /// <summary>Starts a stored pod.</summary>
    public async Task StartAsync(ApiObject pod, CancellationToken cancellationToken)
    {
        var objects = new ClusterObjects();
        objects.SetRootAuthority(Encoding.UTF8.GetBytes(authorityPem));
        var runner = new PodRunner(new PodRunnerOptions { Images = Images(pod.Body), Tokens = options.Tokens, Objects = objects, Time = options.Time });
        _pods[(pod.Collection, pod.Name)] = await runner.StartAsync(JsonSerializer.SerializeToElement(pod.Body), cancellationToken);
    }

    /// <summary>Writes a pod's status into the store whenever it changes, until the pod has ended.</summary>
    public async Task ReportAsync(ApiObject pod, Func<JsonObject, Task> changed, CancellationToken cancellationToken)
    {
        if (!_pods.TryGetValue((pod.Collection, pod.Name), out var running))
        {
            return;
        }

        for (var last = running.Status; ; last = await running.WaitForAsync(status => !ReferenceEquals(status, last), cancellationToken))
        {
            var status = PodStatusDocument.Of(last);
            store.Change(pod.Collection, pod.Name, body =>
            {
                body["status"] = status;
                return body;
            });
            await changed(status);
            if (last.HasEnded)
            {
                return;
            }
        }
    }

    /// <summary>Ends a pod that was deleted.</summary>
    public async Task EndAsync(ApiObject pod, CancellationToken cancellationToken)
    {
        if (_pods.TryRemove((pod.Collection, pod.Name), out var running))
        {
            await running.StopAsync(cancellationToken);
            await running.DisposeAsync();
        }
    }

    /// <summary>Runs a program in a container.</summary>
    public Task<ExecResult> ExecuteAsync(PodCommand command, CancellationToken cancellationToken)
    {
        var pod = _pods.GetValueOrDefault(($"/api/v1/namespaces/{command.Namespace}/pods", command.Pod))
            ?? throw new ApiFailure(404, "NotFound", $"pods \"{command.Pod}\" not found");
        return pod.ExecuteAsync(command.Container ?? pod.Status.Containers[0].Name, command.Command, cancellationToken);
    }

    /// <summary>What the containers of all pods said; for the report of a failure.</summary>
    public IEnumerable<string> Log() => _pods.SelectMany(static pair => pair.Value.Log.Lines.Select(line => $"{pair.Key.Name}/{line.Container}: {line.Text}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var pod in _pods.Values)
        {
            await pod.DisposeAsync();
        }
    }

    private Dictionary<string, LocalImage> Images(JsonObject pod)
    {
        var references = pod.Map("spec").Objects("initContainers").Concat(pod.Map("spec").Objects("containers")).Select(static one => one.Text("image") ?? string.Empty);
        return references.Distinct().Select(reference => (reference, Image: options.Images(reference))).Where(static one => one.Image is not null)
            .ToDictionary(static one => one.reference, one => InCluster(one.Image ?? LocalImage.Host));
    }

    /// <summary>Every container is told where the API server is.</summary>
    private LocalImage InCluster(LocalImage image) => image with
    {
        Environment = new Dictionary<string, string>(image.Environment)
        {
            ["KUBERNETES_SERVICE_HOST"] = apiServer.Host,
            ["KUBERNETES_SERVICE_PORT"] = apiServer.Port.ToString(CultureInfo.InvariantCulture),
        },
    };
}
