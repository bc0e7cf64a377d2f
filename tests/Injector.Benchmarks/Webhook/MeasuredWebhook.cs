using System.Diagnostics;
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

    public int ProcessId => _process.Id;

    public MemoryReading Memory => MemoryReading.Of(_process.Id);

    /// <summary>The command line of a webhook that listens on <paramref name="port"/>.</summary>
    public static IReadOnlyList<string> Command(string binary, BenchmarkCluster cluster, int port) =>
    [
        binary, "agent-inject", $"-listen=127.0.0.1:{port}", "-vault-address=http://vault.vault.svc:8200", "-shutdown-delay=0s", "-log-format=json", .. cluster.Flags,
    ];

    public static async Task<MeasuredWebhook> StartAsync(string binary, BenchmarkCluster cluster)
    {
        var port = LoopbackPort.Free();
        var start = new ProcessStartInfo(binary, Command(binary, cluster, port).Skip(1)) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in cluster.Environment)
        {
            start.Environment[name] = value;
        }

        var webhook = new MeasuredWebhook(Process.Start(start) ?? throw new InvalidOperationException($"'{binary}' did not start."), port);
        await FirstAnswer.WaitAsync(port, cluster);
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
}
