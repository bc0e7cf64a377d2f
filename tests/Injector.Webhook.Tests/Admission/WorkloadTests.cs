using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Webhook.Tests.Hosting;

namespace Injector.Webhook.Tests.Admission;

public sealed class WorkloadTests
{
    private const string Annotation = "vault.hashicorp.com/agent-inject";

    [Fact]
    public async Task Warns_AboutAnnotationsBesideThePodTemplate()
    {
        var response = await AskAsync(new JsonObject { [Annotation] = "true" }, new JsonObject());

        Assert.True(response.GetProperty("allowed").GetBoolean());
        Assert.Contains(Annotation, Assert.Single(response.GetProperty("warnings").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_AboutPodsThatWouldBeDenied()
    {
        var response = await AskAsync(new JsonObject(), new JsonObject { [Annotation] = "perhaps" });

        Assert.True(response.GetProperty("allowed").GetBoolean());
        Assert.NotEmpty(response.GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public async Task SaysNothing_AboutOrdinaryWorkloads()
    {
        var response = await AskAsync(new JsonObject(), new JsonObject());

        Assert.False(response.TryGetProperty("warnings", out _));
    }

    private static async Task<JsonElement> AskAsync(JsonObject own, JsonObject template)
    {
        await using var webhook = await RunningWebhook.StartAsync();
        var review = new JsonObject
        {
            ["kind"] = "AdmissionReview",
            ["apiVersion"] = "admission.k8s.io/v1",
            ["request"] = new JsonObject
            {
                ["uid"] = "u-2",
                ["kind"] = new JsonObject { ["group"] = "apps", ["version"] = "v1", ["kind"] = "Deployment" },
                ["namespace"] = "demo",
                ["operation"] = "CREATE",
                ["object"] = new JsonObject
                {
                    ["kind"] = "Deployment",
                    ["metadata"] = new JsonObject { ["name"] = "web", ["annotations"] = own },
                    ["spec"] = new JsonObject { ["template"] = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = template }, ["spec"] = Spec() } },
                },
            },
        };

        var (status, text) = await webhook.PostAsync("/validate-workloads", Encoding.UTF8.GetBytes(review.ToJsonString()), "application/json");

        Assert.Equal(HttpStatusCode.OK, status);
        return JsonDocument.Parse(text).RootElement.GetProperty("response");
    }

    private static JsonObject Spec() => new() { ["containers"] = new JsonArray(new JsonObject { ["name"] = "web", ["image"] = "web:1" }) };
}
