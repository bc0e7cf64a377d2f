using System.Net;
using System.Text;
using Injector.Webhook.Tests.Admission;

namespace Injector.Webhook.Tests.Hosting;

public sealed class ProtocolTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Answers_OverHttp(string version)
    {
        await using var webhook = await RunningWebhook.StartAsync();
        using var http = new HttpClient(webhook.Files.TrustingHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(webhook.Address, "/mutate?timeout=10s"))
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new StringContent(Reviews.OfPod(), Encoding.UTF8, "application/json"),
        };

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Version.Parse(version), answer.Version);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task H1_Answers_AnyMethod(string method)
    {
        await using var webhook = await RunningWebhook.StartAsync();
        using var http = new HttpClient(webhook.Files.TrustingHandler());
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), new Uri(webhook.Address, "/mutate"))
        {
            Content = new StringContent(Reviews.OfPod(), Encoding.UTF8, "application/json"),
        };

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
