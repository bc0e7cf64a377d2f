using System.Net;
using System.Net.Sockets;

namespace Injector.TestKit.Network;

/// <summary>One connection through a relay.</summary>
internal sealed class RelayedConnection(Socket client, EndPoint target) : IAsyncDisposable
{
    private const int PieceBytes = 16 * 1024;
    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public void Begin(RelayMood mood) => _running = mood switch
    {
        RelayMood.Reset => ResetAsync(),
        RelayMood.Swallow => SwallowAsync(),
        _ => PassAsync(),
    };

    public void Freeze() => _stop.Cancel();

    public void Reset()
    {
        Reset(client);
        Reset(_server);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        client.Dispose();
        _server.Dispose();
        await _running;
        _stop.Dispose();
    }

    private static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (SocketException)
        {
            // It was not connected, or is no more.
        }
        catch (ObjectDisposedException)
        {
            // It was reset before.
        }

        socket.Dispose();
    }

    private Task ResetAsync()
    {
        Reset();
        return Task.CompletedTask;
    }

    private async Task SwallowAsync()
    {
        var piece = new byte[PieceBytes];
        await UntilBrokenAsync(async () =>
        {
            while (await client.ReceiveAsync(piece, _stop.Token) > 0)
            {
            }
        });
    }

    private async Task PassAsync()
    {
        await UntilBrokenAsync(async () =>
        {
            await _server.ConnectAsync(target, _stop.Token);
            await Task.WhenAll(PumpAsync(client, _server), PumpAsync(_server, client));
        });
        if (!_stop.IsCancellationRequested)
        {
            Close();
        }
    }

    // One end may have said its last word while the other still speaks; only a broken direction ends both.
    private async Task PumpAsync(Socket source, Socket sink)
    {
        var piece = new byte[PieceBytes];
        var isWhole = false;
        await UntilBrokenAsync(async () =>
        {
            int length;
            while ((length = await source.ReceiveAsync(piece, _stop.Token)) > 0)
            {
                await sink.SendAsync(piece.AsMemory(0, length), _stop.Token);
            }

            sink.Shutdown(SocketShutdown.Send);
            isWhole = true;
        });
        if (!isWhole && !_stop.IsCancellationRequested)
        {
            Close();
        }
    }

    private void Close()
    {
        client.Dispose();
        _server.Dispose();
    }

    private static async Task UntilBrokenAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // Frozen: the sockets stay open.
        }
        catch (SocketException)
        {
            // One of the ends has gone.
        }
        catch (ObjectDisposedException)
        {
            // It was reset.
        }
    }
}
