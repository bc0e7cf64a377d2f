using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Injection.Tests.Fixtures;

namespace Injector.Injection.Tests.Workloads;

public sealed class WorkloadValidatorTests
{
    private readonly WorkloadValidator _validator = new(new PodInjector(Given.Modern));

    [Theory]
    [InlineData("Deployment", "template")]
    [InlineData("StatefulSet", "template")]
    [InlineData("DaemonSet", "template")]
    [InlineData("ReplicaSet", "template")]
    [InlineData("Job", "template")]
    [InlineData("CronJob", "jobTemplate")]
    public void Tells_WhenPodsWouldBeDenied(string kind, string member)
    {
        var template = Given.Pod(("tls-skip-verify", "maybe"));
        JsonNode held = member == "template" ? template : new JsonObject { ["spec"] = new JsonObject { ["template"] = template } };

        var found = Validate(kind, new JsonObject { ["spec"] = new JsonObject { [member] = held } });

        var diagnostic = Assert.Single(found, item => item.StartsWith("VI0172", StringComparison.Ordinal));
        Assert.Contains("tls-skip-verify", diagnostic, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_WhenAnnotationsStandOnTheWorkload()
    {
        var workload = new JsonObject
        {
            ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { ["openbao.org/agent-inject"] = "true", ["example.com/x"] = "y" } },
            ["spec"] = new JsonObject { ["template"] = new JsonObject { ["spec"] = new JsonObject() } },
        };

        Assert.StartsWith("VI0167 Annotation 'openbao.org/agent-inject' stands on the Deployment itself", Assert.Single(Validate("Deployment", workload)), StringComparison.Ordinal);
    }

    [Fact]
    public void SaysNothing_AboutGoodWorkloads() => Assert.Empty(Validate("Deployment", new JsonObject { ["spec"] = new JsonObject { ["template"] = Given.Pod() } }));

    [Theory]
    [InlineData("ConfigMap")]
    [InlineData("Deployment")]
    public void SaysNothing_WithoutAPodTemplate(string kind) => Assert.Empty(Validate(kind, new JsonObject()));

    private IReadOnlyList<string> Validate(string kind, JsonObject workload)
    {
        using var document = JsonDocument.Parse(workload.ToJsonString());
        return [.. _validator.Validate(kind, document.RootElement, "app").Select(found => found.ToString())];
    }
}
