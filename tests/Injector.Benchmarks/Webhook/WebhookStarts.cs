using Injector.Benchmarks.Agent;
using Injector.TestKit.Network;

namespace Injector.Benchmarks.Webhook;

/// <summary>Starts a webhook again and again: from exec to the first answer.</summary>
internal sealed class WebhookStarts : IAsyncDisposable
{
    // Until the code of the API server and of the client is compiled: what is measured is the webhook.
    private const int WarmUps = 30;

    private readonly string _binary;
    private readonly BenchmarkCluster _cluster;

    private WebhookStarts(string binary, BenchmarkCluster cluster)
    {
        _binary = binary;
        _cluster = cluster;
    }

    /// <summary>Starts the API server and warms up.</summary>
    public static async Task<WebhookStarts> PrepareAsync(string binary)
    {
        var starts = new WebhookStarts(binary, await BenchmarkCluster.StartAsync());
        for (var run = 0; run < WarmUps; run++)
        {
            await starts.OnceAsync();
        }

        return starts;
    }

    /// <summary>Medians of starts that find a certificate authority, as all but the first of an installation do.</summary>
    public Task<(TimeSpan Elapsed, TimeSpan Cpu)> MeasureAsync(int runs) => MeasureAsync(runs, static () => { });

    /// <summary>Medians of starts that have to make the certificate authority and publish it.</summary>
    public Task<(TimeSpan Elapsed, TimeSpan Cpu)> MeasureFirstAsync(int runs) => MeasureAsync(runs, _cluster.Forget);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private async Task<(TimeSpan Elapsed, TimeSpan Cpu)> MeasureAsync(int runs, Action prepare)
    {
        var elapsed = new List<TimeSpan>();
        var cpu = new List<TimeSpan>();
        for (var run = 0; run < runs; run++)
        {
            prepare();
            var (took, cpuTime) = await OnceAsync();
            elapsed.Add(took);
            cpu.Add(cpuTime);
        }

        return (Median(elapsed), Median(cpu));
    }

    private async Task<(TimeSpan Elapsed, TimeSpan Cpu)> OnceAsync()
    {
        var port = LoopbackPort.Free();
        var command = MeasuredWebhook.Command(_binary, _cluster, port);
        var started = TimeProvider.System.GetTimestamp();
        var process = SpawnedProcess.Start(command, _cluster.Environment);
        try
        {
            await FirstAnswer.WaitAsync(port, _cluster);
        }
        catch (OperationCanceledException)
        {
            SpawnedProcess.Kill(process);
            throw;
        }

        return (TimeProvider.System.GetElapsedTime(started), SpawnedProcess.Kill(process));
    }

    private static TimeSpan Median(List<TimeSpan> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
