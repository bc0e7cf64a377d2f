using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Injection.Tests.Fixtures;
using Injector.Injection.Tests.Reference;
using Injector.Sandbox.Workloads;
using Injector.TestKit.Goldens;
using Injector.TestKit.Kubernetes;

namespace Injector.Injection.Tests.Goldens;

/// <summary>Whole workloads and the pods they become. <c>INJECTOR_UPDATE_GOLDENS=1</c> writes the results again.</summary>
public sealed class GoldenTests
{
    private static readonly JsonSerializerOptions Printed = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly WorkloadPods _pods = new(new WorkloadPodOptions { Time = TimeProvider.System, Chance = static () => 0 });

    public static TheoryData<string> Names => [.. PodGolden.All.Select(@case => @case.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Becomes_TheGolden(string name)
    {
        var @case = PodGolden.Find(name);
        var pod = Pod(@case);
        var folder = new GoldenFolder(@case.FolderPath);

        var answer = Answer.For(pod, @case.Settings(), Namespace(pod));

        if (answer.Result.IsAllowed)
        {
            folder.Check(@case.ResultName, Print(answer, pod));
        }
        else
        {
            folder.Check(@case.DenialName, answer.Message + "\n");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Result_IsAPodTheApiServerAccepts(string name)
    {
        var @case = PodGolden.Find(name);
        var pod = Pod(@case);

        var answer = Answer.For(pod, @case.Settings(), Namespace(pod));

        if (answer.Result.IsAllowed)
        {
            Assert.Null(StrictDecoder.Fault(answer.Pod));
            Assert.NotNull(_pods.Store(answer.Pod.AsObject()));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SecondInjection_ChangesNothing(string name)
    {
        var @case = PodGolden.Find(name);
        var pod = Pod(@case);
        var first = Answer.For(pod, @case.Settings(), Namespace(pod));

        if (first.Result.Decision == InjectionDecision.Injected)
        {
            var second = Answer.For(first.Pod, @case.Settings(), Namespace(pod));

            Assert.Equal(InjectionDecision.AlreadyInjected, second.Result.Decision);
            Assert.True(second.Result.Patch.IsEmpty);
        }
    }

    [Fact]
    public void EveryGolden_IsUsed() => Assert.All(PodGolden.All.GroupBy(@case => @case.FolderPath), group => Assert.Empty(
        new GoldenFolder(group.Key).Unused(group.SelectMany(@case => (string[])[$"{@case.Name}.yaml", @case.ResultName, @case.DenialName]))));

    [Fact]
    public void ThereAreAtLeastSixty() => Assert.InRange(PodGolden.All.Count, 60, 1000);

    private JsonObject Pod(PodGolden golden) => _pods.Create(WorkloadManifest.Parse(golden.Manifest).Objects[0]);

    private static string Namespace(JsonObject pod) => pod["metadata"]!["namespace"]!.ToString();

    // The documents apart, so that a difference can be read.
    private static string Print(Answer answer, JsonNode submitted)
    {
        var pod = answer.Pod.DeepClone();
        var documents = PodForm.TakeConfigurations(pod, submitted);
        var result = new JsonObject
        {
            ["warnings"] = new JsonArray([.. answer.Result.Warnings.Select(warning => (JsonNode?)warning)]),
            ["audit"] = new JsonObject(answer.Result.AuditAnnotations.Select(entry => new KeyValuePair<string, JsonNode?>(entry.Key, entry.Value))),
            ["pod"] = pod,
            ["configurations"] = documents,
        };
        return result.ToJsonString(Printed) + "\n";
    }
}
