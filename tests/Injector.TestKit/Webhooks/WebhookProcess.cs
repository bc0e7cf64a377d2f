using System.Globalization;
using System.Net;
using System.Text.Json;
using Injector.TestKit.Processes;

namespace Injector.TestKit.Webhooks;

/// <summary>The published webhook, running.</summary>
public sealed class WebhookProcess : IAsyncDisposable
{
    // Event 2100 tells the address once the listener is open.
    private const int Listening = 2100;

    private readonly RunningProgram _program;
    private readonly Task<IPEndPoint> _endpoint;

    private WebhookProcess(string name, RunningProgram program, Task<IPEndPoint> endpoint) => (Name, _program, _endpoint) = (name, program, endpoint);

    /// <summary>The name of its pod.</summary>
    public string Name { get; }

    /// <summary>The process's id.</summary>
    public int Id => _program.Id;

    /// <summary>Everything it said so far, line by line.</summary>
    public IReadOnlyList<string> Log => _program.Log;

    /// <summary>Starts a webhook as its container would, on a free port of the loopback interface.</summary>
    /// <param name="program">The executable.</param>
    /// <param name="name">The name of its pod.</param>
    /// <param name="apiServer">The API server; null: it has none.</param>
    /// <param name="flags">Beside the address to listen on and the form of the log.</param>
    /// <param name="environment">Variables beside those that the kubelet sets.</param>
    /// <returns>The running webhook.</returns>
    public static WebhookProcess Start(string program, string name, Uri? apiServer, IEnumerable<string> flags, IReadOnlyDictionary<string, string>? environment = null)
    {
        var variables = new Dictionary<string, string>(environment ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        variables.TryAdd("POD_NAME", name);
        if (apiServer is not null)
        {
            variables.TryAdd("KUBERNETES_SERVICE_HOST", apiServer.Host);
            variables.TryAdd("KUBERNETES_SERVICE_PORT", apiServer.Port.ToString(CultureInfo.InvariantCulture));
        }

        var endpoint = new TaskCompletionSource<IPEndPoint>(TaskCreationOptions.RunContinuationsAsynchronously);
        string[] arguments = ["agent-inject", "-listen=127.0.0.1:0", "-log-format=json", .. flags];
        return new WebhookProcess(name, RunningProgram.Start(program, arguments, variables, (running, line) => Heed(running, line, endpoint)), endpoint.Task);
    }

    /// <summary>Waits until the listener is open.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Where it listens.</returns>
    public Task<IPEndPoint> EndpointAsync(CancellationToken cancellationToken) => _endpoint.WaitAsync(cancellationToken);

    /// <summary>Asks the webhook to end, as the kubelet does.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the signal was sent.</returns>
    public Task TerminateAsync(CancellationToken cancellationToken) => _program.SignalAsync("TERM", cancellationToken);

    /// <summary>Ends the webhook in the middle of whatever it does.</summary>
    public void Kill() => _program.Kill();

    /// <summary>Waits until the webhook has ended.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its exit code.</returns>
    public Task<int> WaitForExitAsync(CancellationToken cancellationToken) => _program.WaitForExitAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private static void Heed(RunningProgram program, string? line, TaskCompletionSource<IPEndPoint> endpoint)
    {
        if (line is null)
        {
            endpoint.TrySetException(new InvalidOperationException($"The webhook ended: {string.Join('\n', program.Log)}"));
        }
        else if (!endpoint.Task.IsCompleted && line.StartsWith('{'))
        {
            using var entry = JsonDocument.Parse(line);
            if (entry.RootElement.GetProperty("event").GetInt32() == Listening)
            {
                endpoint.TrySetResult(IPEndPoint.Parse(entry.RootElement.GetProperty("address").GetString() ?? string.Empty));
            }
        }
    }
}
