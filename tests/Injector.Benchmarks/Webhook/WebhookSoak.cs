using System.Globalization;

namespace Injector.Benchmarks.Webhook;

/// <summary>Many admissions in a row: memory, handles and threads must not grow.</summary>
internal static class WebhookSoak
{
    private const int Connections = 8;

    // Short enough for a dozen readings in each third of a million.
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(WebhookBenchmarkOptions options)
    {
        var review = BenchmarkReviews.Injected();
        await using var cluster = await BenchmarkCluster.StartAsync();
        await using var webhook = await MeasuredWebhook.StartAsync(options.Binary, cluster);

        // The first third warms up pools, the heap and the thread pool. What counts is the last one against the middle one.
        SoakThird[] thirds = [new(), new(), new()];
        long answered = 0, wrong = 0;
        while (answered < options.Admissions)
        {
            var third = (int)(answered * thirds.Length / options.Admissions);
            var figures = await WrkLoad.RunAsync(webhook.Endpoint, review, Connections, Slice);
            answered += figures.Requests;
            wrong += figures.Wrong;
            var resident = webhook.Memory.Resident;
            var handles = MeasuredWebhook.Handles(webhook.ProcessId);
            var threads = MeasuredWebhook.Threads(webhook.ProcessId);
            thirds[third].Add(resident, handles, threads);
            Print($"{answered,10} admissions, {figures.Requests / figures.Duration.TotalSeconds:F0}/s, {wrong} errors, {resident / 1048576.0:F1} MiB, {handles} handles, {threads} threads");
        }

        Print($"first third:  {thirds[0]}");
        Print($"middle third: {thirds[1]}");
        Print($"last third:   {thirds[2]}");
        return Judge(thirds[1], thirds[2], wrong);
    }

    private static int Judge(SoakThird middle, SoakThird last, long wrong)
    {
        var verdict = wrong > 0
            ? $"FAILED: {wrong} requests were not answered as they should be."
            : !middle.IsKnown || !last.IsKnown
            ? "FAILED: too few admissions to tell."
            : last.GrowthSince(middle) is { Length: > 0 } growth
            ? $"FAILED: more {growth} in the last third than in the middle one."
            : string.Empty;
        Console.WriteLine(verdict.Length > 0 ? verdict : "No growth, no errors.");
        return verdict.Length > 0 ? 1 : 0;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
