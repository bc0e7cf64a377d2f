using System.Text.Json.Nodes;
using Injector.Contracts.Injection;
using Injector.Sandbox.JsonPatch;
using Injector.Sandbox.Workloads;
using Injector.TestKit.Goldens;
using Injector.Webhook.Tests.Hosting;

namespace Injector.Webhook.Tests.Goldens;

/// <summary>The golden pods of injection, asked for as the API server does.</summary>
public sealed class GoldenOverHttpsTests
{
    public static TheoryData<string> Folders => ["compatible", "migrated", "modern", "restricted"];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Answers_AsTheGolden(string folder)
    {
        var goldens = PodGolden.All.Where(golden => golden.Folder == folder).ToList();
        await using var webhook = await RunningWebhook.StartAsync(
            static settings => settings with { Injection = settings.Injection with { Cluster = new ClusterFacts { Server = new KubernetesVersion(1, 34) } } },
            $"-vault-address={PodGolden.VaultAddress}",
            $"-preset={goldens[0].Preset}",
            $"-agent-engine={goldens[0].Engine}");

        foreach (var golden in goldens)
        {
            await CheckAsync(webhook, golden);
        }
    }

    private static async Task CheckAsync(RunningWebhook webhook, PodGolden golden)
    {
        var pods = new WorkloadPods(new WorkloadPodOptions { Time = TimeProvider.System, Chance = static () => 0 });
        var pod = pods.Create(WorkloadManifest.Parse(golden.Manifest).Objects[0]);

        var (_, first) = await webhook.ReviewAsync(Review(pod));
        var (_, second) = await webhook.ReviewAsync(Review(pod));

        Assert.Equal(first, second);
        var answer = JsonNode.Parse(first)!["response"]!;
        if (golden.Denial is { } denial)
        {
            Assert.Equal(denial, answer["status"]!["message"]!.ToString());
            return;
        }

        var patched = JsonPatchDocument.Parse(Convert.FromBase64String(answer["patch"]!.ToString())).Apply(pod)!;
        Assert.True(JsonNode.DeepEquals(golden.Pod, PodGolden.WithoutConfigurations(patched)), $"{golden}: {patched.ToJsonString()}");
        var (_, third) = await webhook.ReviewAsync(Review(patched));
        Assert.Null(JsonNode.Parse(third)!["response"]!["patch"]);
    }

    private static string Review(JsonNode pod) => new JsonObject
    {
        ["kind"] = "AdmissionReview",
        ["apiVersion"] = "admission.k8s.io/v1",
        ["request"] = new JsonObject
        {
            ["uid"] = "u-1",
            ["namespace"] = "shop",
            ["operation"] = "CREATE",
            ["object"] = pod.DeepClone(),
        },
    }.ToJsonString();
}
