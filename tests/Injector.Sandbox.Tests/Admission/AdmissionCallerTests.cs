using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Admission;

namespace Injector.Sandbox.Tests.Admission;

public sealed class AdmissionCallerTests
{
    private static readonly JsonObject Review = PodReviews.OfCreation(new JsonObject { ["metadata"] = new JsonObject { ["name"] = "a" } }, "u-1");

    [Fact]
    public async Task Reads_PatchAndWarnings()
    {
        var patch = Convert.ToBase64String("""[{"op":"add","path":"/x","value":1}]"""u8);

        var answer = await CallAsync($$"""{"response":{"uid":"u-1","allowed":true,"patchType":"JSONPatch","patch":"{{patch}}","warnings":["mind the gap"]} }""");

        Assert.True(answer.IsAllowed);
        Assert.Equal(1, answer.Patch?.Count);
        Assert.Equal(["mind the gap"], answer.Warnings);
    }

    [Fact]
    public async Task Reads_DenialWithItsMessage()
    {
        var answer = await CallAsync("""{"response":{"uid":"u-1","allowed":false,"status":{"message":"no"}}}""");

        Assert.Equal((false, "no"), (answer.IsAllowed, answer.Message));
    }

    [Theory]
    [InlineData("""{"response":{"uid":"u-2","allowed":true}}""", HttpStatusCode.OK)]
    [InlineData("""{"kind":"AdmissionReview"}""", HttpStatusCode.OK)]
    [InlineData("broken", HttpStatusCode.BadRequest)]
    public Task Rejects_AnswersThatAnApiServerRejects(string body, HttpStatusCode status) =>
        Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(body, status));

    private static async Task<AdmissionAnswer> CallAsync(string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var caller = new AdmissionCaller(new Uri("https://webhook.test/mutate"), new Canned(body, status), TimeProvider.System);
        return await caller.CallAsync(Review, CancellationToken.None);
    }

    private sealed class Canned(string body, HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal(("POST", "?timeout=10s", "application/json"), (request.Method.Method, request.RequestUri?.Query, request.Content?.Headers.ContentType?.ToString()));
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8) });
        }
    }
}
