using System.Globalization;

namespace Injector.Benchmarks.Webhook;

/// <summary>Many admissions in a row: memory, handles and threads must not grow.</summary>
internal static class WebhookSoak
{
    // The first third warms up pools, the heap and the thread pool. What the last third reaches is compared with what the middle one reached: a leak
    // of ten bytes per admission is seen in a million of them, and the heap's rise and fall between collections is none.
    private const int Parts = 3;
    private const double MaxGrowth = 1.10;
    private const int Slack = 4;
    private const int Connections = 8;

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(WebhookBenchmarkOptions options)
    {
        var review = BenchmarkReviews.Injected();
        await using var cluster = await BenchmarkCluster.StartAsync();
        await using var webhook = await MeasuredWebhook.StartAsync(options.Binary, cluster);
        var parts = Enumerable.Repeat(new Reading(0, 0, 0), Parts).ToArray();
        long answered = 0, wrong = 0;
        while (answered < options.Admissions)
        {
            var part = (int)(answered * Parts / options.Admissions);
            var figures = await WrkLoad.RunAsync(webhook.Endpoint, review, Connections, Slice);
            answered += figures.Requests;
            wrong += figures.Wrong;
            var now = Reading.Of(webhook);
            parts[part] = parts[part].Peak(now);
            Print($"{answered,10} admissions, {wrong} errors, {now}");
        }

        Print($"reached in the middle third: {parts[1]}; in the last third: {parts[2]}");
        var failed = wrong > 0 || parts[2].Exceeds(parts[1]);
        Console.WriteLine(failed ? "FAILED: the process grew or requests failed." : "No growth, no errors.");
        return failed ? 1 : 0;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Reading(long Resident, int Handles, int Threads)
    {
        public static Reading Of(MeasuredWebhook webhook) =>
            new(webhook.Memory.Resident, MeasuredWebhook.Handles(webhook.ProcessId), MeasuredWebhook.Threads(webhook.ProcessId));

        public Reading Peak(Reading other) => new(Math.Max(Resident, other.Resident), Math.Max(Handles, other.Handles), Math.Max(Threads, other.Threads));

        public bool Exceeds(Reading former) => Resident > former.Resident * MaxGrowth || Handles > former.Handles + Slack || Threads > former.Threads + Slack;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Resident / 1048576.0:F1} MiB, {Handles} handles, {Threads} threads");
    }
}
