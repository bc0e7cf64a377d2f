using System.Net;
using Injector.Contracts.Webhook;
using Injector.Webhook.Tests.Hosting;

namespace Injector.Webhook.Tests.Monitoring;

public sealed class MetricsTests
{
    [Fact]
    public async Task Serves_ReferenceNamesUnderTheTelemetryPath()
    {
        await using var webhook = await RunningWebhook.StartAsync("-telemetry-path=/metrics");
        await webhook.ReviewAsync("""{"request":{"namespace":"demo"}}""");
        await webhook.ReviewAsync("{");

        var text = await TextAsync(webhook, "/metrics");

        Assert.Contains("vault_agent_injector_request_queue_length 0\n", text, StringComparison.Ordinal);
        Assert.Contains("vault_agent_injector_request_processing_duration_ms_count 1\n", text, StringComparison.Ordinal);
        Assert.Contains("vault_agent_injector_failed_injections_by_namespace_total{namespace=\"demo\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains($"# TYPE {WebhookMetricNames.Injections} counter\n", text, StringComparison.Ordinal);
        Assert.Contains("injector_rejected_requests_total{code=\"VI0224\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("injector_ready 1\n", text, StringComparison.Ordinal);
        Assert.Contains(WebhookMetricNames.CertificateDaysLeft, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serves_NoMetricsUnlessAsked()
    {
        await using var webhook = await RunningWebhook.StartAsync();

        using var answer = await webhook.GetAsync("/metrics");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task PlainListener_ServesMetricsAndNothingElse()
    {
        await using var webhook = await RunningWebhook.StartAsync("-metrics-listen=127.0.0.1:0");
        using var http = new HttpClient { BaseAddress = webhook.Host.Addresses[1] };

        using var metrics = await http.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        using var mutate = await http.GetAsync(new Uri("/mutate", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, metrics.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, mutate.StatusCode);
    }

    private static async Task<string> TextAsync(RunningWebhook webhook, string path)
    {
        using var answer = await webhook.GetAsync(path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
