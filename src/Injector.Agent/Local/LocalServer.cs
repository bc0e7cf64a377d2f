using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Injector.Rendering.Storage;

namespace Injector.Agent.Local;

/// <summary>
/// A listener for a handful of short requests: one request per connection, few connections at a time. A web server would cost more memory
/// than the rest of the agent.
/// </summary>
internal sealed class LocalServer(Socket socket, ILocalRoutes routes, X509Certificate2? certificate, TimeProvider time) : IDisposable
{
    /// <summary>Requests under way at a time; further ones wait to be accepted.</summary>
    public const int MaxConnections = 16;

    private static readonly TimeSpan HeaderTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _free = new(MaxConnections);

    /// <exception cref="SocketException">The address cannot be used.</exception>
    public static Socket Listen(EndPoint address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, address is UnixDomainSocketEndPoint ? ProtocolType.Unspecified : ProtocolType.Tcp);
        try
        {
            socket.Bind(address);
            socket.Listen(MaxConnections);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Removes the socket file of a process that was killed. One that somebody listens on stays, and so does everything else.</summary>
    public static void RemoveLeftover(EndPoint address)
    {
        if (address is not UnixDomainSocketEndPoint unix)
        {
            return;
        }

        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(unix);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionRefused)
        {
            // Every other file refuses as well.
            if (IsSocket(Path.GetFullPath(unix.ToString())))
            {
                File.Delete(unix.ToString());
            }
        }
        catch (SocketException)
        {
            // Nothing is there, or nothing that is ours.
        }
    }

    private static bool IsSocket(string path)
    {
        using var folder = new LinuxFileSystem().Open(Path.GetDirectoryName(path) ?? "/");
        return folder?.Look(Path.GetFileName(path)) is { Kind: FileKind.Other };
    }

    public EndPoint? Address => socket.LocalEndPoint;

    /// <summary>Serves until cancelled, and waits for the answers under way.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var running = new HashSet<Task>();
        try
        {
            while (true)
            {
                await _free.WaitAsync(cancellationToken);
                running.RemoveWhere(task => task.IsCompleted);
                var connection = await socket.AcceptAsync(cancellationToken);
                running.Add(ServeAsync(connection, cancellationToken));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(running);
            throw;
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        certificate?.Dispose();
        _free.Dispose();
    }

    private async Task<Stream> ProtectAsync(Stream plain, CancellationToken cancellationToken)
    {
        if (certificate is null)
        {
            return plain;
        }

        var tls = new SslStream(plain);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancellationToken);
        return tls;
    }

    private async Task ServeAsync(Socket connection, CancellationToken cancellationToken)
    {
        try
        {
            await using var plain = new NetworkStream(connection, ownsSocket: true);
            using var limit = new CancellationTokenSource(HeaderTimeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            await using var stream = await ProtectAsync(plain, either.Token);
            var (request, refusal) = await LocalRequestReader.ReadAsync(stream, () => limit.CancelAfter(RequestTimeout), either.Token);
            var response = request is null ? LocalResponse.Error(refusal, "bad request") : await routes.AnswerAsync(request, cancellationToken);
            await LocalResponseWriter.WriteAsync(stream, response, cancellationToken);
            response.Afterwards?.Invoke();
        }
        catch (IOException)
        {
            // The caller has gone.
        }
        catch (SocketException)
        {
            // The caller has gone.
        }
        catch (AuthenticationException)
        {
            // The caller does not speak TLS, or does not trust us.
        }
        catch (OperationCanceledException)
        {
            // The caller was too slow, or the agent ends.
        }
        finally
        {
            _free.Release();
        }
    }
}
