using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Certificates;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.Sandbox.Pods;
using Injector.Sandbox.Workloads;

namespace Injector.Sandbox.Kubernetes.Cluster;

/// <summary>
/// A cluster on this machine, for <c>kubectl</c> and <c>helm</c>: an API server in memory whose Deployments become one pod each, whose pods go through
/// the registered webhooks and run as local processes. Rights are not checked.
/// </summary>
public sealed class LocalCluster : IAsyncDisposable
{
    private static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromMilliseconds(200);

    private readonly ServerCertificate _certificate;
    private readonly SandboxApiServer _server;
    private readonly PodAdmission _admission;
    private readonly DeploymentRollout _rollout;
    private readonly Kubelet _kubelet;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Task> _work = [];
    private readonly ConcurrentQueue<string> _events = new();

    private LocalCluster(ServerCertificate certificate, SandboxApiServer server, LocalClusterOptions options)
    {
        _certificate = certificate;
        _server = server;
        _time = options.Time;
        _admission = new PodAdmission(server.Store, options);
        _rollout = new DeploymentRollout(server.Store);
        _kubelet = new Kubelet(server.Store, options, server.Address, certificate.AuthorityPem);
        server.Pods.Admit = _admission.AdmitAsync;
        server.Pods.Validate = new WorkloadValidation(server.Store, options.Time).AskAsync;
        server.Pods.Execute = _kubelet.ExecuteAsync;
        server.Pods.TokenKeys = options.Tokens.KeySet;
        _work.Add(ControlAsync(_end.Token));
    }

    /// <summary>What happened to pods, and what their containers said.</summary>
    public string Report => string.Join('\n', _events.Concat(_work.Select(static task => task.Exception?.GetBaseException().Message).OfType<string>()).Concat(_kubelet.Log()));

    /// <summary>Starts a cluster with one node and the namespaces of a new cluster.</summary>
    /// <param name="options">What it is made of.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running cluster.</returns>
    public static async Task<LocalCluster> StartAsync(LocalClusterOptions options, CancellationToken cancellationToken)
    {
        var certificate = new ServerCertificate(options.Time);
        var server = await SandboxApiServer.StartTlsAsync(certificate, options.Time, cancellationToken);
        foreach (var name in (string[])["default", "kube-system"])
        {
            server.Create("/api/v1/namespaces", new JsonObject
            {
                ["apiVersion"] = "v1",
                ["kind"] = "Namespace",
                ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = new JsonObject { ["kubernetes.io/metadata.name"] = name } },
            });
        }

        server.Create("/api/v1/nodes", new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Node",
            ["metadata"] = new JsonObject { ["name"] = "this-machine" },
            ["status"] = new JsonObject { ["nodeInfo"] = new JsonObject { ["kubeletVersion"] = server.Conditions.Version } },
        });
        return new LocalCluster(certificate, server, options);
    }

    /// <summary>Makes the file by which <c>kubectl</c> and <c>helm</c> find the cluster.</summary>
    /// <returns>JSON, which is YAML too.</returns>
    public string Kubeconfig() => new JsonObject
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Config",
        ["current-context"] = "local",
        ["contexts"] = new JsonArray(new JsonObject { ["name"] = "local", ["context"] = new JsonObject { ["cluster"] = "local", ["user"] = "local" } }),
        ["users"] = new JsonArray(new JsonObject { ["name"] = "local", ["user"] = new JsonObject { ["token"] = "nobody-checks-it" } }),
        ["clusters"] = new JsonArray(new JsonObject
        {
            ["name"] = "local",
            ["cluster"] = new JsonObject
            {
                ["server"] = _server.Address.GetLeftPart(UriPartial.Authority),
                ["certificate-authority-data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(_certificate.AuthorityPem)),
            },
        }),
    }.ToJsonString();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _kubelet.DisposeAsync();
        await _server.DisposeAsync();
        _certificate.Dispose();
        _end.Dispose();
    }

    /// <summary>The controllers' and the kubelet's view of the store.</summary>
    private async Task ControlAsync(CancellationToken cancellationToken)
    {
        for (var version = _server.Store.List(string.Empty).Version; ;)
        {
            foreach (var change in await _server.Store.ChangesAsync(static change => change.Type != "MODIFIED", version, cancellationToken))
            {
                version = change.Version;
                switch (change.Type, change.Object.Collection[(change.Object.Collection.LastIndexOf('/') + 1)..])
                {
                    case ("ADDED", "deployments"):
                        _work.Add(RollOutAsync(change.Object.Body, cancellationToken));
                        break;
                    case ("ADDED", "pods") when change.Object.Body.Map("metadata").Objects("ownerReferences").FirstOrDefault() is null:
                        _work.Add(RunAsync(change.Object, static _ => Task.CompletedTask, cancellationToken));
                        break;
                    case ("DELETED", "pods"):
                        _work.Add(_kubelet.EndAsync(change.Object, cancellationToken));
                        break;
                    default:
                        break;
                }
            }
        }
    }

    /// <summary>Makes the pod of a Deployment; one that is refused is tried again, as a controller does.</summary>
    private async Task RollOutAsync(JsonObject deployment, CancellationToken cancellationToken)
    {
        var set = _rollout.CreateReplicaSet(deployment);
        while (true)
        {
            try
            {
                var pod = (await _admission.AdmitAsync(set, cancellationToken)).Body;
                var collection = $"/api/v1/namespaces/{pod.Map("metadata").Text("namespace")}/pods";
                var stored = _server.Store.Create(collection, pod);
                await RunAsync(
                    new ApiObject(collection, stored.Map("metadata").Text("name") ?? string.Empty, stored),
                    status =>
                    {
                        _rollout.Report(deployment, set, status);
                        return Task.CompletedTask;
                    },
                    cancellationToken);
                return;
            }
            catch (ApiFailure refused)
            {
                _events.Enqueue($"FailedCreate: {refused.Message}");
                await Task.Delay(PauseAfterRefusal, _time, cancellationToken);
            }
        }
    }

    private async Task RunAsync(ApiObject pod, Func<JsonObject, Task> changed, CancellationToken cancellationToken)
    {
        try
        {
            await _kubelet.StartAsync(pod, cancellationToken);
            await _kubelet.ReportAsync(pod, changed, cancellationToken);
        }
        catch (PodSpecificationException impossible)
        {
            _events.Enqueue($"{pod.Name}: {impossible.Message}");
        }
    }
}
