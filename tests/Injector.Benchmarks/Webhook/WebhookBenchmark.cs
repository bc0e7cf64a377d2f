using System.Globalization;
using System.Text;
using Injector.TestKit.Processes;

namespace Injector.Benchmarks.Webhook;

/// <summary>Measures the published webhook as a process: start, memory, throughput per core, latency.</summary>
internal static class WebhookBenchmark
{
    private const double Mebibyte = 1024 * 1024;

    public static async Task<int> RunAsync(WebhookBenchmarkOptions options)
    {
        var injected = BenchmarkReviews.Injected();
        var passed = BenchmarkReviews.PassThrough();
        Print($"{MachineDescription.Text()}");
        Print($"review: {Encoding.UTF8.GetByteCount(injected)} bytes, 5 secrets; binary: {new FileInfo(options.Binary).Length / 1e6:F1} MB");
        await PrintStartsAsync(options);
        await using var cluster = await BenchmarkCluster.StartAsync();
        await using var webhook = await MeasuredWebhook.StartAsync(options.Binary, cluster);
        Print($"resident idle: {webhook.Memory.Resident / Mebibyte:F1} MiB");
        Print(string.Empty);
        Print("| server | review | connections | requests/s | requests/s per core | CPU µs | p50 ms | p99 ms | resident MiB | errors |");
        Print("|---|---|---|---|---|---|---|---|---|---|");
        var wrong = 0L;
        foreach (var (name, review) in (IEnumerable<(string, string)>)[("injected", injected), ("pass-through", passed)])
        {
            foreach (var connections in (int[])[1, 16])
            {
                wrong += await MeasureAsync("injector", webhook.Endpoint, webhook.ProcessId, name, review, connections, options.Load);
                if (options.Compare is { } other)
                {
                    await MeasureAsync(other.Authority, other, options.CompareProcess, name, review, connections, options.Load);
                }
            }
        }

        return wrong == 0 ? 0 : 1;
    }

    private static async Task PrintStartsAsync(WebhookBenchmarkOptions options)
    {
        await using var starts = await WebhookStarts.PrepareAsync(options.Binary);
        var (again, cpuAgain) = await starts.MeasureAsync(options.Starts);
        Print($"start -> ready and answering over TLS, median of {options.Starts}: {again.TotalMilliseconds:F1} ms, CPU {cpuAgain.TotalMilliseconds:F1} ms");
        var (first, cpuFirst) = await starts.MeasureFirstAsync(options.Starts);
        Print($"the same in a cluster without a certificate authority: {first.TotalMilliseconds:F1} ms, CPU {cpuFirst.TotalMilliseconds:F1} ms");
    }

    private static async Task<long> MeasureAsync(string server, Uri endpoint, int processId, string name, string review, int connections, TimeSpan load)
    {
        var before = processId > 0 ? ProcessClock.Cpu(processId) : TimeSpan.Zero;
        var figures = await WrkLoad.RunAsync(endpoint, review, connections, load);
        var cpu = processId > 0 ? ProcessClock.Cpu(processId) - before : TimeSpan.Zero;
        var resident = processId > 0 ? MemoryReading.Of(processId).Resident / Mebibyte : 0;
        var perCore = cpu > TimeSpan.Zero ? figures.Requests / cpu.TotalSeconds : 0;
        Print($"| {server} | {name} | {connections} | {figures.Requests / figures.Duration.TotalSeconds:F0} | {perCore:F0} | {(figures.Requests > 0 ? cpu.TotalMicroseconds / figures.Requests : 0):F0} | {figures.Median.TotalMilliseconds:F2} | {figures.Percentile99.TotalMilliseconds:F2} | {resident:F1} | {figures.Wrong} |");
        return figures.Wrong;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Print(string line) => Console.WriteLine(line);
}
