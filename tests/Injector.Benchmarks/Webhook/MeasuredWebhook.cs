using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Certificates;
using Injector.TestKit.Processes;

namespace Injector.Benchmarks.Webhook;

/// <summary>A webhook process with a certificate of its own, its log thrown away.</summary>
internal sealed class MeasuredWebhook : IAsyncDisposable
{
    private const double TicksPerSecond = 100;

    private readonly ServerCertificate _certificate;
    private readonly Process _process;

    private MeasuredWebhook(ServerCertificate certificate, Process process, int port, TimeSpan toFirstAnswer)
    {
        _certificate = certificate;
        _process = process;
        Endpoint = new Uri($"https://127.0.0.1:{port}/mutate");
        ToFirstAnswer = toFirstAnswer;
    }

    public Uri Endpoint { get; }

    public TimeSpan ToFirstAnswer { get; }

    public int ProcessId => _process.Id;

    public MemoryReading Memory => MemoryReading.Of(_process.Id);

    public static async Task<MeasuredWebhook> StartAsync(string binary)
    {
        var certificate = new ServerCertificate(TimeProvider.System);
        var port = FreePort();
        string[] arguments =
        [
            "agent-inject", $"-listen=127.0.0.1:{port}", $"-tls-cert-file={certificate.CertificateFile}", $"-tls-key-file={certificate.KeyFile}",
            "-vault-address=http://vault.vault.svc:8200", "-shutdown-delay=0s", "-log-format=json",
        ];
        var start = new ProcessStartInfo(binary, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        using var handler = PinnedRoot.Handler(certificate.AuthorityPem);
        using var http = new HttpClient(handler);
        var began = TimeProvider.System.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"'{binary}' did not start.");
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        await WaitForPortAsync(port, process);
        using var answer = await http.GetAsync(new Uri($"https://127.0.0.1:{port}/health/ready"));
        return new MeasuredWebhook(certificate, process, port, TimeProvider.System.GetElapsedTime(began));
    }

    /// <summary>CPU time of a process so far, all threads.</summary>
    public static TimeSpan Cpu(int processId)
    {
        // The second field is the name in parentheses and may hold blanks; utime and stime are the 14th and 15th.
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
    }

    public static int Handles(int processId) => Directory.EnumerateFileSystemEntries($"/proc/{processId}/fd").Count();

    public static int Threads(int processId) => Directory.EnumerateFileSystemEntries($"/proc/{processId}/task").Count();

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _certificate.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task WaitForPortAsync(int port, Process process)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        while (await timer.WaitForNextTickAsync())
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The webhook ended with {process.ExitCode}.");
            }

            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                continue;
            }
        }
    }
}
