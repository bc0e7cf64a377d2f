using System.Net;
using Injector.Webhook.Tests.Admission;

namespace Injector.Webhook.Tests.Hosting;

public sealed class DrainTests
{
    [Fact]
    public async Task Answers_AdmissionsButIsNotReadyDuringTheDelay()
    {
        await using var webhook = await RunningWebhook.StartAsync("-shutdown-delay=5s");
        using var before = await webhook.GetAsync("/health/ready");

        var drain = webhook.Host.DrainAsync();
        using var ready = await webhook.GetAsync("/health/ready");
        using var live = await webhook.GetAsync("/health/live");
        var (admission, _) = await webhook.ReviewAsync(Reviews.OfPod());

        Assert.Equal(HttpStatusCode.NoContent, before.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, admission);
        Assert.False(drain.IsCompleted);
        webhook.Time.Advance(TimeSpan.FromSeconds(5));
        await drain;
    }

    [Fact]
    public async Task Closes_ConnectionsWithTheAnswerDuringTheDelay()
    {
        await using var webhook = await RunningWebhook.StartAsync("-shutdown-delay=5s");

        var drain = webhook.Host.DrainAsync();
        using var answer = await webhook.GetAsync("/health/live");

        Assert.True(answer.Headers.ConnectionClose);
        webhook.Time.Advance(TimeSpan.FromSeconds(5));
        await drain;
    }

    [Fact]
    public async Task Refuses_ConnectionsAfterTheEnd()
    {
        await using var webhook = await RunningWebhook.StartAsync();

        await webhook.Host.DrainAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => webhook.GetAsync("/health/live"));
    }
}
