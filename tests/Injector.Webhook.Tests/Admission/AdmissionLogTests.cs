using Injector.Webhook.Tests.Hosting;

namespace Injector.Webhook.Tests.Admission;

public sealed class AdmissionLogTests
{
    [Fact]
    public async Task Names_PodNamespaceDecisionAndReasonButNoContent()
    {
        await using var webhook = await RunningWebhook.StartAsync("-log-level=trace");

        await webhook.ReviewAsync(Reviews.OfPod(("agent-inject", "true"), ("role", "web"), ("agent-inject-secret-db", "secret/data/db")));
        await webhook.ReviewAsync("{\"request\":{\"hunter2\":");

        Assert.Contains("pod=web-* namespace=demo decision=", webhook.Log, StringComparison.Ordinal);
        Assert.Contains("reason=", webhook.Log, StringComparison.Ordinal);
        Assert.Contains("duration_ms=", webhook.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", webhook.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_OneLinePerReviewWhateverTheNameHolds()
    {
        await using var webhook = await RunningWebhook.StartAsync();

        await webhook.ReviewAsync(Reviews.OfPod().Replace("web-", @"a\nb [ERROR] fake", StringComparison.Ordinal));

        Assert.Single(webhook.Log.Split('\n'), static line => line.Contains("fake", StringComparison.Ordinal));
    }
}
