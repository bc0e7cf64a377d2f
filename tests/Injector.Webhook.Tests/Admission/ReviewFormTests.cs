using System.Net;
using System.Text;
using System.Text.Json;
using Injector.Contracts.Diagnostics;
using Injector.Webhook.Tests.Hosting;

namespace Injector.Webhook.Tests.Admission;

/// <summary>Versions and members of questions and answers over a real socket, named after the rows of the HTTP contract.</summary>
public sealed class ReviewFormTests
{
    [Theory]
    [InlineData("admission.k8s.io/v1")]
    [InlineData("admission.k8s.io/v1beta1")]
    public async Task H8H9_Answers_InTheVersionOfTheQuestion(string version)
    {
        using var answer = await AnswerAsync(Reviews.OfPod().Replace("admission.k8s.io/v1", version, StringComparison.Ordinal));

        Assert.Equal(version, answer.RootElement.GetProperty("apiVersion").GetString());
        Assert.Equal("AdmissionReview", answer.RootElement.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task H10_Answers_ReviewWithoutVersionAsV1()
    {
        using var answer = await AnswerAsync("""{"request":{"uid":"u","object":{}}}""");

        Assert.Equal("admission.k8s.io/v1", answer.RootElement.GetProperty("apiVersion").GetString());
    }

    [Theory]
    [InlineData("""{"kind":"AdmissionReview","request":{}}""")]
    [InlineData("""{"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v3","request":{}}""")]
    [InlineData("""{"kind":"Review","apiVersion":"admission.k8s.io/v1","request":{}}""")]
    public async Task H11_Rejects_OtherVersionsAndKinds(string body)
    {
        await using var webhook = await RunningWebhook.StartAsync();

        var (status, text) = await webhook.ReviewAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith(Catalogue.Webhook.NotAReview.Code, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H12_Answers_WithTheResponseOnly()
    {
        using var answer = await AnswerAsync(Reviews.OfPod());

        Assert.Equal(["kind", "apiVersion", "response"], answer.RootElement.EnumerateObject().Select(static member => member.Name));
    }

    [Fact]
    public async Task H13_Answers_InjectionWithAPatch()
    {
        using var answer = await AnswerAsync(Reviews.OfPod(("agent-inject", "true"), ("role", "web"), ("agent-inject-secret-db", "secret/data/db")));
        var response = answer.RootElement.GetProperty("response");

        Assert.True(response.GetProperty("allowed").GetBoolean());
        Assert.Equal("JSONPatch", response.GetProperty("patchType").GetString());
        using var patch = JsonDocument.Parse(response.GetProperty("patch").GetBytesFromBase64());
        Assert.NotEmpty(patch.RootElement.EnumerateArray());
    }

    [Fact]
    public async Task H13_Answers_DenialWithAMessageOnly()
    {
        using var answer = await AnswerAsync("""{"request":{"uid":"u","object":null}}""");
        var response = answer.RootElement.GetProperty("response");

        Assert.False(response.GetProperty("allowed").GetBoolean());
        Assert.NotEmpty(response.GetProperty("status").GetProperty("message").GetString() ?? string.Empty);
        Assert.False(response.TryGetProperty("patch", out _));
    }

    [Fact]
    public async Task H14_Answers_WithWarningsAndAuditAnnotationsWithinKubernetesLimits()
    {
        var annotations = Enumerable.Range(0, 60).Select(static index => ($"agent-inject-secrt-{index}", "secret/data/x"))
            .Concat([("agent-inject", "true"), ("role", "web"), ("agent-inject-secret-db", "secret/data/db")]);

        using var answer = await AnswerAsync(Reviews.OfPod([.. annotations]));
        var response = answer.RootElement.GetProperty("response");
        var warnings = response.GetProperty("warnings").EnumerateArray().Select(static warning => warning.GetString() ?? string.Empty).ToList();

        Assert.All(warnings, static warning => Assert.InRange(warning.Length, 1, 256));
        Assert.InRange(warnings.Sum(Encoding.UTF8.GetByteCount), 1, 4096);
        Assert.All(response.GetProperty("auditAnnotations").EnumerateObject(), static entry => Assert.DoesNotContain("/", entry.Name, StringComparison.Ordinal));
    }

    private static async Task<JsonDocument> AnswerAsync(string body)
    {
        await using var webhook = await RunningWebhook.StartAsync();
        var (status, text) = await webhook.ReviewAsync(body);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonDocument.Parse(text);
    }
}
