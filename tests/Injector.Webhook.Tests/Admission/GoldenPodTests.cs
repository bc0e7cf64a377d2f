using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Contracts.Injection;
using Injector.Injection;
using Injector.Kube.Api;
using Injector.Sandbox.Admission;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.Sandbox.Workloads;
using Injector.TestKit;
using Injector.Webhook.Certificates;
using Injector.Webhook.Tests.Hosting;

namespace Injector.Webhook.Tests.Admission;

/// <summary>
/// The golden pods of the injection library, asked over HTTPS: what the webhook answers is what the library decides with the settings that the flags
/// mean, byte for byte, and asking twice gives the same.
/// </summary>
public sealed class GoldenPodTests : IAsyncLifetime
{
    private static readonly string Root = Repository.PathOf("tests", "Injector.Injection.Tests", "Golden");

    private readonly WorkloadPods _pods = new(new WorkloadPodOptions { Time = TimeProvider.System, Chance = static () => 0 });
    private SandboxApiServer? _server;
    private HttpKubeApi? _api;

    public static TheoryData<string> Folders => ["compatible", "migrated", "modern", "restricted"];

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxApiServer.StartAsync(TimeProvider.System, TestContext.Current.CancellationToken);
        _server.Conditions.Version = "v1.34.1";
        _api = new HttpKubeApi(new KubeConnection(_server.Address, Roots: null, static () => null), "tests/1.0", TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        _api?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Webhook_AnswersWhatTheLibraryDecides(string folder)
    {
        var (flags, settings) = Installation(folder);
        await using var webhook = await RunningWebhook.StartAsync(new ClusterAccess(_api, "injector", string.Empty), ["-vault-address=https://vault.vault.svc:8200", .. flags]);
        while (!webhook.Host.Readiness.IsReady)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        var library = new PodInjector(settings);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.yaml"))
        {
            var pod = _pods.Create(WorkloadManifest.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Objects[0]);
            var body = Encoding.UTF8.GetBytes(PodReviews.OfCreation(pod, "u").ToJsonString());

            var (status, first) = await webhook.PostAsync("/mutate", body, "application/json");
            var (_, second) = await webhook.PostAsync("/mutate", body, "application/json");

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(first, second);
            AssertSame(library.Inject(Request(pod)), first, file);
        }
    }

    private static void AssertSame(InjectionResult expected, string answer, string file)
    {
        using var review = JsonDocument.Parse(answer);
        var response = review.RootElement.GetProperty("response");
        Assert.True(expected.IsAllowed == response.GetProperty("allowed").GetBoolean(), file);
        if (!expected.IsAllowed)
        {
            Assert.Equal(expected.Message, response.GetProperty("status").GetProperty("message").GetString());
        }

        var patch = response.TryGetProperty("patch", out var encoded) ? encoded.GetBytesFromBase64() : [];
        Assert.True(expected.Patch.Span.SequenceEqual(patch), file);
    }

    private static InjectionRequest Request(JsonObject pod) => new()
    {
        Pod = JsonDocument.Parse(pod.ToJsonString()).RootElement,
        Namespace = (string?)pod["metadata"]?["namespace"] ?? string.Empty,
    };

    private static (string[] Flags, InjectionSettings Settings) Installation(string folder)
    {
        var settings = new InjectionSettings { VaultAddress = "https://vault.vault.svc:8200", Cluster = new ClusterFacts { Server = new KubernetesVersion(1, 34) } };
        return folder switch
        {
            "compatible" => (["-agent-engine=vault", "-preset=compatible"], settings with { Engine = AgentEngine.Vault, Preset = InjectionPreset.Compatible }),
            "migrated" => (["-preset=compatible"], settings with { Preset = InjectionPreset.Compatible }),
            "restricted" => (["-preset=restricted"], settings with { Preset = InjectionPreset.Restricted }),
            _ => ([], settings),
        };
    }
}
