using System.Net;
using System.Net.Sockets;
using Injector.Vault.Connection;

namespace Injector.Vault.Http;

/// <summary>Builds the connection pool for a set of settings.</summary>
internal static class TransportFactory
{
    // Reads in parallel at the start share few connections: each costs a name look-up and a TLS handshake.
    private const int ConnectionsBeforeOthersAreWorthIt = 4;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    public static SocketsHttpHandler Create(VaultConnectionSettings settings, TlsMaterial tls)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            MaxConnectionsPerServer = settings.MaxConnections > 0 ? settings.MaxConnections : ConnectionsBeforeOthersAreWorthIt,
            MaxResponseHeadersLength = ResponseLimits.MaxHeaderKilobytes,
            PooledConnectionIdleTimeout = settings.IdleTimeout,
            ResponseDrainTimeout = TimeSpan.Zero,
            ActivityHeadersPropagator = null,
        };
        var proxy = settings.Address.Scheme == "unix" ? null : settings.Proxy;
        handler.UseProxy = proxy is not null;
        handler.Proxy = proxy;
        if (settings.Address.Scheme == Uri.UriSchemeHttps)
        {
            handler.SslOptions = tls.Options(settings.Tls);
        }

        if (settings.Address.Scheme == "unix")
        {
            handler.ConnectCallback = (_, cancellationToken) => ConnectUnixAsync(settings.Address.AbsolutePath, cancellationToken);
        }

        return handler;
    }

    private static async ValueTask<Stream> ConnectUnixAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }
}
