using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Injector.TestKit.Agents;

/// <summary>Asks a running agent over the sockets of its workplace.</summary>
public sealed class AgentSockets : IDisposable
{
    private readonly HttpClient _control;
    private readonly HttpClient _metrics;

    /// <summary>Adds a metrics listener to a workplace; do it before the agent starts.</summary>
    /// <param name="workplace">The workplace.</param>
    public AgentSockets(AgentWorkplace workplace)
    {
        ArgumentNullException.ThrowIfNull(workplace);
        var metrics = workplace.PathOf("metrics.sock");
        workplace.Configuration["listener"] = new JsonArray(new JsonObject { ["type"] = "unix", ["address"] = metrics, ["role"] = "metrics_only" });
        _control = Connect(Path.Combine(workplace.Home, ".injector-agent.sock"));
        _metrics = Connect(metrics);
    }

    /// <summary>The state for programs.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The document.</returns>
    public async Task<JsonObject> StatusAsync(CancellationToken cancellationToken) =>
        JsonNode.Parse(await _control.GetStringAsync(new Uri("/agent/v1/status?format=json", UriKind.Relative), cancellationToken)) as JsonObject ?? [];

    /// <summary>The text for Prometheus.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The text.</returns>
    public Task<string> MetricsAsync(CancellationToken cancellationToken) => _metrics.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _control.Dispose();
        _metrics.Dispose();
    }

    private static HttpClient Connect(string path) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri("http://agent"),
    };
}
