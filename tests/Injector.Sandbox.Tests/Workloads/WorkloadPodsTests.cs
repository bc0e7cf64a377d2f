using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Sandbox.Workloads;
using Injector.TestKit;
using Injector.TestKit.Goldens;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Sandbox.Tests.Workloads;

public sealed class WorkloadPodsTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Injector.Sandbox.Tests", "Workloads", "Golden");
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Kinds = ["Pod", "ReplicaSet", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"];

    public static TheoryData<string> Cases() => [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Makes_ThePodOfAWorkload(string name)
    {
        var manifest = WorkloadManifest.Parse(File.ReadAllText(Path.Combine(Folder, name + ".yaml")));
        var pods = Pods([.. manifest.OfKind("ServiceAccount")]);

        var submitted = pods.Create(manifest.Objects.Single(one => Kinds.Contains(one["kind"]?.ToString())));

        new GoldenFolder(Folder).Check(name + ".pod.json", submitted.ToJsonString(Indented) + "\n");
    }

    [Fact]
    public void Uses_EveryGolden() => Assert.Empty(new GoldenFolder(Folder).Unused(Cases().SelectMany(row => new[] { row.Data + ".yaml", row.Data + ".pod.json" })));

    [Fact]
    public void Stores_ThePodWithNameUidAndDefaults()
    {
        var pods = Pods([]);
        var submitted = pods.Create(Deployment());
        submitted["spec"]?["containers"]?.AsArray().Add((JsonNode)new JsonObject { ["name"] = "added", ["image"] = "agent:1" });

        var stored = pods.Store(submitted);

        Assert.StartsWith(submitted["metadata"]?["generateName"]?.ToString() ?? "?", stored["metadata"]?["name"]?.ToString(), StringComparison.Ordinal);
        Assert.True(Guid.TryParse(stored["metadata"]?["uid"]?.ToString(), out _));
        Assert.Equal("IfNotPresent", stored["spec"]?["containers"]?[1]?["imagePullPolicy"]?.ToString());
        Assert.Equal("Pending", stored["status"]?["phase"]?.ToString());
        Assert.Null(submitted["metadata"]?["uid"]);
    }

    [Theory]
    [InlineData("""{"name": "web", "image": "x"}""", "Duplicate value: \"web\"")]
    [InlineData("""{"name": "b", "image": "x", "volumeMounts": [{"name": "nowhere", "mountPath": "/x"}]}""", "Not found: \"nowhere\"")]
    [InlineData("""{"name": "b", "image": "x", "volumeMounts": [{"name": "v", "mountPath": "/x"}, {"name": "v", "mountPath": "/x"}]}""", "Duplicate value: \"/x\"")]
    [InlineData("""{"name": "b"}""", "Required value")]
    public void Rejects_PodsThatTheApiServerWouldReject(string container, string reason)
    {
        var pods = Pods([]);
        var submitted = pods.Create(Deployment());
        submitted["spec"]?["containers"]?.AsArray().Add(JsonNode.Parse(container));

        var error = Assert.Throws<ManifestException>(() => pods.Store(submitted));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_JobsThatRestartForEver()
    {
        var job = JsonNode.Parse("""{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "j"}, "spec": {"template": {"spec": {"containers": []}}}}""")?.AsObject() ?? [];

        var error = Assert.Throws<ManifestException>(() => Pods([]).Create(job));

        Assert.Contains("Never or OnFailure", error.Message, StringComparison.Ordinal);
    }

    private static WorkloadPods Pods(IReadOnlyList<JsonObject> accounts)
    {
        var number = 0;
        return new WorkloadPods(new WorkloadPodOptions
        {
            Time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
            Chance = () => number++ % 27 / 27.0,
            ServiceAccounts = accounts,
        });
    }

    private static JsonObject Deployment() => WorkloadManifest.Parse("""
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {template: {spec: {volumes: [{name: v}], containers: [{name: web, image: "web:1"}]}}}}
        """).Single("Deployment");
}
