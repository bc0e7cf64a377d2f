using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Injector.TestKit.Webhooks;

/// <summary>The published webhook, running.</summary>
public sealed class WebhookProcess : IAsyncDisposable
{
    // Event 2100 tells the address once the listener is open.
    private const int Listening = 2100;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource<IPEndPoint> _endpoint = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WebhookProcess(string name, Process process)
    {
        Name = name;
        _process = process;
        process.OutputDataReceived += Collect;
        process.ErrorDataReceived += Collect;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The name of its pod.</summary>
    public string Name { get; }

    /// <summary>The process's id.</summary>
    public int Id => _process.Id;

    /// <summary>Everything it said so far, line by line.</summary>
    public IReadOnlyList<string> Log => [.. _log];

    /// <summary>Starts a webhook as its container would, on a free port of the loopback interface.</summary>
    /// <param name="program">The executable.</param>
    /// <param name="name">The name of its pod.</param>
    /// <param name="apiServer">The API server; null: it has none.</param>
    /// <param name="flags">Beside the address to listen on and the form of the log.</param>
    /// <param name="environment">Variables beside those that the kubelet sets.</param>
    /// <returns>The running webhook.</returns>
    public static WebhookProcess Start(string program, string name, Uri? apiServer, IEnumerable<string> flags, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, ["agent-inject", "-listen=127.0.0.1:0", "-log-format=json", .. flags])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["POD_NAME"] = name;
        if (apiServer is not null)
        {
            start.Environment["KUBERNETES_SERVICE_HOST"] = apiServer.Host;
            start.Environment["KUBERNETES_SERVICE_PORT"] = apiServer.Port.ToString(CultureInfo.InvariantCulture);
        }

        foreach (var (variable, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[variable] = value;
        }

        return new WebhookProcess(name, Process.Start(start) ?? throw new InvalidOperationException($"'{program}' did not start."));
    }

    /// <summary>Waits until the listener is open.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Where it listens.</returns>
    public Task<IPEndPoint> EndpointAsync(CancellationToken cancellationToken) => _endpoint.Task.WaitAsync(cancellationToken);

    /// <summary>Asks the webhook to end, as the kubelet does.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the signal was sent.</returns>
    public async Task TerminateAsync(CancellationToken cancellationToken)
    {
        var result = await Processes.CommandLine.RunAsync("kill", ["-TERM", $"{_process.Id}"], cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException(result.Error);
        }
    }

    /// <summary>Ends the webhook in the middle of whatever it does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits until the webhook has ended.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Collect(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not { } text)
        {
            _endpoint.TrySetException(new InvalidOperationException($"The webhook ended: {string.Join('\n', _log)}"));
            return;
        }

        _log.Enqueue(text);
        if (!_endpoint.Task.IsCompleted && text.StartsWith('{'))
        {
            using var entry = JsonDocument.Parse(text);
            if (entry.RootElement.GetProperty("event").GetInt32() == Listening)
            {
                _endpoint.TrySetResult(IPEndPoint.Parse(entry.RootElement.GetProperty("address").GetString() ?? string.Empty));
            }
        }
    }
}
