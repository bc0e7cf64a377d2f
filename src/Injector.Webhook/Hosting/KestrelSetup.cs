using System.Net;
using Injector.Contracts.Webhook;
using Injector.Webhook.Certificates;
using Injector.Webhook.Settings;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Injector.Webhook.Hosting;

/// <summary>Kestrel and nothing around it: no host, no configuration, no middleware. Putting a host together cost a third of the start.</summary>
internal static class KestrelSetup
{
    public static KestrelServer Build(WebhookSettings settings, TlsState tls, ILoggerFactory loggers)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = new KestrelServices(loggers) };
        SetLimits(kestrel.Limits);
        Listen(kestrel, settings.Listen, listener => listener.UseHttps(Handshake(tls)));
        if (settings.MetricsListen is { } plain)
        {
            Listen(kestrel, plain, MarkAsPlain);
        }

        return new KestrelServer(Options.Create(kestrel), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers), loggers);
    }

    private static void SetLimits(KestrelServerLimits limits)
    {
        // Bodies are limited where they are read, so that the answer is ours.
        limits.MaxRequestBodySize = null;
        limits.MaxConcurrentConnections = WebhookLimits.MaxConnections;
        limits.RequestHeadersTimeout = WebhookLimits.HeaderTimeout;
        limits.KeepAliveTimeout = WebhookLimits.KeepAliveTimeout;
    }

    // The unspecified address is Kestrel's way to listen on IPv6 and IPv4 together, and on IPv4 alone where there is no IPv6.
    private static void Listen(KestrelServerOptions kestrel, IPEndPoint endpoint, Action<ListenOptions> configure)
    {
        if (endpoint.Address.Equals(IPAddress.IPv6Any))
        {
            kestrel.ListenAnyIP(endpoint.Port, configure);
        }
        else
        {
            kestrel.Listen(endpoint, configure);
        }
    }

    private static TlsHandshakeCallbackOptions Handshake(TlsState tls) => new()
    {
        HandshakeTimeout = WebhookLimits.HandshakeTimeout,
        OnConnection = handshake => tls.ForHandshakeAsync(handshake.CancellationToken),
    };

    private static void MarkAsPlain(ListenOptions listener)
    {
        listener.Protocols = HttpProtocols.Http1;
        listener.Use(next => connection =>
        {
            connection.Features.Set<IPlainMetricsFeature>(PlainMetricsFeature.Instance);
            return next(connection);
        });
    }
}
