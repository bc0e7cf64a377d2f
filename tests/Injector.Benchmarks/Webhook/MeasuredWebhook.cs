using System.Diagnostics;
using System.Net;
using Injector.Sandbox.Administration;
using Injector.TestKit.Network;
using Injector.TestKit.Processes;

namespace Injector.Benchmarks.Webhook;

/// <summary>A webhook process with certificates of its own (mode <c>self</c>), as the chart runs it. Its log is thrown away.</summary>
internal sealed class MeasuredWebhook : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _log;

    private MeasuredWebhook(Process process, int port)
    {
        _process = process;
        _log = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        Endpoint = new Uri($"https://127.0.0.1:{port}/mutate");
    }

    public Uri Endpoint { get; }

    public TimeSpan ToFirstAnswer { get; private set; }

    public int ProcessId => _process.Id;

    public MemoryReading Memory => MemoryReading.Of(_process.Id);

    public static async Task<MeasuredWebhook> StartAsync(string binary, BenchmarkCluster cluster)
    {
        var port = LoopbackPort.Free();
        string[] arguments =
        [
            "agent-inject", $"-listen=127.0.0.1:{port}", "-vault-address=http://vault.vault.svc:8200", "-shutdown-delay=0s", "-log-format=json", .. cluster.Flags,
        ];
        var start = new ProcessStartInfo(binary, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        cluster.AddTo(start.Environment);
        var began = TimeProvider.System.GetTimestamp();
        var webhook = new MeasuredWebhook(Process.Start(start) ?? throw new InvalidOperationException($"'{binary}' did not start."), port);
        await webhook.WaitForAnswerAsync(cluster);
        webhook.ToFirstAnswer = TimeProvider.System.GetElapsedTime(began);
        return webhook;
    }

    public static int Handles(int processId) => Directory.EnumerateFileSystemEntries($"/proc/{processId}/fd").Count();

    public static int Threads(int processId) => Directory.EnumerateFileSystemEntries($"/proc/{processId}/task").Count();

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _log;
        _process.Dispose();
    }

    // What counts is an answer that an API server would take: with a certificate that the published bundle trusts.
    private async Task WaitForAnswerAsync(BenchmarkCluster cluster)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        while (await timer.WaitForNextTickAsync())
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The webhook ended with {_process.ExitCode}.");
            }

            if (cluster.Bundle is { Length: > 0 } bundle && await AnswersAsync(bundle))
            {
                return;
            }
        }
    }

    private async Task<bool> AnswersAsync(string bundle)
    {
        try
        {
            using var http = new HttpClient(PinnedRoot.Handler(bundle));
            using var answer = await http.GetAsync(new Uri(Endpoint, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
