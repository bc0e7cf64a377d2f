using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Injector.Contracts.Webhook;
using Injector.Webhook.Certificates;
using Injector.Webhook.Logging;
using Injector.Webhook.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Hosting;

/// <summary>Kestrel's core without configuration files, file watchers and routing: what an admission webhook needs and nothing else.</summary>
internal static class KestrelSetup
{
    public static WebApplication Build(WebhookSettings settings, TlsState tls, LineLoggerProvider log)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());

        // The host makes an activity and a log scope for each request as long as anything of it may be logged; what it would say is told by us.
        builder.Logging.AddProvider(log).SetMinimumLevel(settings.LogLevel)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.AddSingleton<IHostLifetime, SignalFreeLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            SetLimits(kestrel.Limits);
            kestrel.AddServerHeader = false;
            Listen(kestrel, settings.Listen, listener => listener.UseHttps(Handshake(tls)));
            if (settings.MetricsListen is { } plain)
            {
                Listen(kestrel, plain, MarkAsPlain);
            }
        });
        return builder.Build();
    }

    public static ILoggerFactory Loggers(WebApplication server) => server.Services.GetRequiredService<ILoggerFactory>();

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
        OnConnection = _ => ValueTask.FromResult(tls.ForHandshake()),
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
