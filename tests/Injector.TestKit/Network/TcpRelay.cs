using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Injector.TestKit.Network;

/// <summary>Stands between a client and a server on loopback and plays what networks do: resets, black holes, connections whose other end is gone.</summary>
public sealed class TcpRelay : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<RelayedConnection, byte> _connections = [];
    private readonly EndPoint _target;
    private readonly Task _accepting;
    private volatile int _accepted;
    private volatile RelayMood _mood;

    /// <summary>Starts a relay that passes everything on.</summary>
    /// <param name="target">The server.</param>
    public TcpRelay(Uri target)
    {
        ArgumentNullException.ThrowIfNull(target);
        _target = new IPEndPoint(IPAddress.Loopback, target.Port);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Port = (_listener.LocalEndPoint as IPEndPoint)?.Port ?? 0;
        Address = new UriBuilder(target) { Host = IPAddress.Loopback.ToString(), Port = Port }.Uri;
        _accepting = AcceptAsync();
    }

    /// <summary>Where clients connect, with the server's scheme.</summary>
    public Uri Address { get; }

    /// <summary>The port of <see cref="Address"/>.</summary>
    public int Port { get; }

    /// <summary>How many connections clients have made.</summary>
    public int Accepted => _accepted;

    /// <summary>What happens to new connections. Present ones stay as they are.</summary>
    public RelayMood Mood
    {
        get => _mood;
        set => _mood = value;
    }

    /// <summary>Nothing passes through the present connections any more, and neither end is told: half-open connections.</summary>
    public void Freeze()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Freeze();
        }
    }

    /// <summary>Resets the present connections.</summary>
    public void Reset()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Reset();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        foreach (var connection in _connections.Keys)
        {
            await connection.DisposeAsync();
        }

        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptAsync(_stop.Token);
                Interlocked.Increment(ref _accepted);
                var connection = new RelayedConnection(client, _target);
                _connections.TryAdd(connection, 0);
                connection.Begin(_mood);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // The client gave up before it was taken.
            }
        }
    }
}
