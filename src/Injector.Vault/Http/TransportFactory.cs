using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Injector.Vault.Connection;

namespace Injector.Vault.Http;

/// <summary>Builds the connection pool for a set of settings.</summary>
internal static class TransportFactory
{
    // Reads in parallel share few connections: each costs a name look-up and a TLS handshake. ConnectionThrift decides when more than two are worth it.
    private const int MostConnections = 4;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    public static SocketsHttpHandler Create(VaultConnectionSettings settings, TlsMaterial tls)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            MaxConnectionsPerServer = settings.MaxConnections > 0 ? settings.MaxConnections : MostConnections,
            MaxResponseHeadersLength = ResponseLimits.MaxHeaderKilobytes,
            PooledConnectionIdleTimeout = settings.IdleTimeout,
            ResponseDrainTimeout = TimeSpan.Zero,
            ActivityHeadersPropagator = null,
        };
        var proxy = settings.Address.Scheme == "unix" ? null : settings.Proxy;
        handler.UseProxy = proxy is not null;
        handler.Proxy = proxy;
        if (NamesServer(settings))
        {
            var options = tls.Options(settings.Tls);
            handler.ConnectCallback = (context, cancellationToken) => ConnectTlsAsync(context.DnsEndPoint, options, cancellationToken);
        }
        else if (settings.Address.Scheme == Uri.UriSchemeHttps)
        {
            handler.SslOptions = tls.Options(settings.Tls);
        }

        if (settings.Address.Scheme == "unix")
        {
            handler.ConnectCallback = (_, cancellationToken) => ConnectUnixAsync(settings.Address.AbsolutePath, cancellationToken);
        }

        return handler;
    }

    /// <summary>
    /// Whether TLS is ours: the handler always checks the address's host, so a connection that checks another name is made here, and the handler is told
    /// that it speaks plain HTTP. Through a proxy that is not possible; there the name goes into the Host header, which the handler checks instead.
    /// </summary>
    public static bool NamesServer(VaultConnectionSettings settings) =>
        settings.Address.Scheme == Uri.UriSchemeHttps && !string.IsNullOrEmpty(settings.Tls.ServerName) && settings.Proxy is null;

    private static async ValueTask<Stream> ConnectTlsAsync(DnsEndPoint address, SslClientAuthenticationOptions options, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        SslStream? stream = null;
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await stream.AuthenticateAsClientAsync(options, cancellationToken);
            var result = stream;
            stream = null;
            return result;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        finally
        {
            if (stream is not null)
            {
                await stream.DisposeAsync();
            }
        }
    }

    private static async ValueTask<Stream> ConnectUnixAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
