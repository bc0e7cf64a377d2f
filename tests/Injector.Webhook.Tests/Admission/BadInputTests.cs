using System.Net;
using System.Text;
using System.Text.Json;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;
using Injector.Webhook.Tests.Hosting;

namespace Injector.Webhook.Tests.Admission;

/// <summary>What a caller can do wrong over a real socket, and that the process answers the next one.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("application/yaml", "Invalid content-type: \"application/yaml\"")]
    [InlineData("", "Invalid content-type: \"\"")]
    [InlineData(null, "Invalid content-type: \"\"")]
    public Task H2_Rejects_OtherContentTypes(string? contentType, string expected) =>
        AnswersAsync("/mutate", Encoding.UTF8.GetBytes(Reviews.OfPod()), contentType, HttpStatusCode.BadRequest, expected);

    [Fact]
    public Task H2_Accepts_ParametersOfTheContentType() =>
        AnswersAsync("/mutate", Encoding.UTF8.GetBytes(Reviews.OfPod()), "application/json; charset=utf-8", HttpStatusCode.OK, "\"allowed\":true");

    [Fact]
    public Task H3_Rejects_EmptyBody() => AnswersAsync("/mutate", [], "application/json", HttpStatusCode.BadRequest, "Empty request body");

    [Theory]
    [InlineData("{\"request\":")]
    [InlineData("a=b")]
    [InlineData("[]")]
    public Task H5_Rejects_BrokenJson(string body) =>
        AnswersAsync("/mutate", Encoding.UTF8.GetBytes(body), "application/json", HttpStatusCode.BadRequest, Catalogue.Webhook.BrokenJson.Code);

    [Fact]
    public Task H6_Rejects_TenMegabytes() =>
        AnswersAsync("/mutate", new byte[10_000_000], "application/json", HttpStatusCode.RequestEntityTooLarge, $"larger than {WebhookLimits.MaxMutateBodyBytes} bytes");

    [Fact]
    public Task H7_Rejects_ReviewWithoutRequest() =>
        AnswersAsync("/mutate", "{}"u8.ToArray(), "application/json", HttpStatusCode.BadRequest, Catalogue.Webhook.NoRequest.Code);

    [Fact]
    public Task Denies_MalformedAnnotation() =>
        AnswersAsync("/mutate", Encoding.UTF8.GetBytes(Reviews.OfPod(("agent-inject", "perhaps"))), "application/json", HttpStatusCode.OK, "\"allowed\":false");

    [Fact]
    public Task Answers_NotFoundForOtherPaths() => AnswersAsync("/MUTATE", [], "application/json", HttpStatusCode.NotFound, "404 page not found");

    [Fact]
    public async Task H6_Rejects_ChunkedBodyBeyondTheLimit()
    {
        await using var webhook = await RunningWebhook.StartAsync();
        using var http = new HttpClient(webhook.Files.TrustingHandler());
        using var content = new StreamContent(new MemoryStream(new byte[WebhookLimits.MaxMutateBodyBytes + 1]));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(webhook.Address, "/mutate")) { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task H8H13_Answers_WithUidAndDecision()
    {
        await using var webhook = await RunningWebhook.StartAsync();

        var (status, text) = await webhook.ReviewAsync(Reviews.OfPod());

        Assert.Equal(HttpStatusCode.OK, status);
        using var review = JsonDocument.Parse(text);
        Assert.Equal("u-1", review.RootElement.GetProperty("response").GetProperty("uid").GetString());
    }

    private static async Task AnswersAsync(string path, byte[] body, string? contentType, HttpStatusCode status, string part)
    {
        await using var webhook = await RunningWebhook.StartAsync();

        var answer = await webhook.PostAsync(path, body, contentType);

        Assert.Equal(status, answer.Status);
        Assert.Contains(part, answer.Text, StringComparison.Ordinal);
        var (next, _) = await webhook.ReviewAsync(Reviews.OfPod());
        Assert.Equal(HttpStatusCode.OK, next);
    }
}
