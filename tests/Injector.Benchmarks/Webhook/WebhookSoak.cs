using System.Globalization;

namespace Injector.Benchmarks.Webhook;

/// <summary>Many admissions in a row: memory, handles and threads must not grow.</summary>
internal static class WebhookSoak
{
    // The first tenth warms up pools and the heap; from there on nothing may grow.
    private const double WarmUp = 0.1;
    private const double MaxGrowth = 1.10;
    private const int Slack = 4;
    private const int Connections = 8;

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(WebhookBenchmarkOptions options)
    {
        var review = BenchmarkReviews.Injected();
        await using var cluster = await BenchmarkCluster.StartAsync();
        await using var webhook = await MeasuredWebhook.StartAsync(options.Binary, cluster);
        long answered = 0, wrong = 0;
        Reading? warm = null;
        while (answered < options.Admissions)
        {
            var figures = await WrkLoad.RunAsync(webhook.Endpoint, review, Connections, Slice);
            answered += figures.Requests;
            wrong += figures.Wrong;
            var now = Reading.Of(webhook);
            warm ??= answered >= options.Admissions * WarmUp ? now : null;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{answered,10} admissions, {wrong} errors, {now.Resident / 1048576.0:F1} MiB, {now.Handles} handles, {now.Threads} threads"));
        }

        var end = Reading.Of(webhook);
        var grew = warm is not null && (end.Resident > warm.Resident * MaxGrowth || end.Handles > warm.Handles + Slack || end.Threads > warm.Threads + Slack);
        Console.WriteLine(grew || wrong > 0 ? "FAILED: the process grew or requests failed." : "No growth, no errors.");
        return grew || wrong > 0 ? 1 : 0;
    }

    private sealed record Reading(long Resident, int Handles, int Threads)
    {
        public static Reading Of(MeasuredWebhook webhook) =>
            new(webhook.Memory.Resident, MeasuredWebhook.Handles(webhook.ProcessId), MeasuredWebhook.Threads(webhook.ProcessId));
    }
}
