using System.Net;
using System.Net.Sockets;

namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>
/// A Service with its endpoints, as kube-proxy does it: a new connection goes to one of the ready endpoints in turn, an open one stays where it is.
/// An endpoint that refuses a connection is passed over: within a second of a container's death the kubelet reports its pod not ready, and no
/// rule of kube-proxy leads to it any more. That second is left out here.
/// </summary>
internal sealed class ServiceProxy : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Lock _turn = new();
    private readonly List<IPEndPoint> _ready = [];
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private int _next;

    public ServiceProxy(IPAddress address)
    {
        _listener = new TcpListener(address, 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Add(IPEndPoint endpoint)
    {
        lock (_turn)
        {
            _ready.Add(endpoint);
        }
    }

    public void Remove(IPEndPoint endpoint)
    {
        lock (_turn)
        {
            _ready.Remove(endpoint);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private IReadOnlyList<IPEndPoint> InTurn()
    {
        lock (_turn)
        {
            _next++;
            return [.. Enumerable.Range(0, _ready.Count).Select(index => _ready[(_next + index) % _ready.Count])];
        }
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_end.Token);
                open.RemoveAll(static connection => connection.IsCompleted);
                open.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using (client)
        {
            if (await TryConnectAsync() is not { } server)
            {
                client.Close(0);
                return;
            }

            using (server)
            {
                client.NoDelay = true;
                await Task.WhenAll(CopyAsync(client, server), CopyAsync(server, client));
            }
        }
    }

    private async Task<Socket?> TryConnectAsync()
    {
        foreach (var endpoint in InTurn())
        {
            var server = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await server.ConnectAsync(endpoint, _end.Token);
                return server;
            }
            catch (Exception fault) when (fault is SocketException or OperationCanceledException)
            {
                server.Dispose();
            }
        }

        return null;
    }

    // An end is handed on as an end, a break as a break.
    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _end.Token) is > 0 and var length)
            {
                await to.SendAsync(buffer.AsMemory(0, length), _end.Token);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            from.Close(0);
            to.Close(0);
        }
    }
}
