using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Injector.TestKit.Telemetry;

/// <summary>Takes spans as an OpenTelemetry collector does (OTLP over HTTP, protobuf) and keeps the messages as they came.</summary>
public sealed class TraceCollector : IAsyncDisposable
{
    private const string TracesPath = "/v1/traces";

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<byte[]> _messages;

    private TraceCollector(WebApplication server, ConcurrentQueue<byte[]> messages)
    {
        _server = server;
        _messages = messages;
        Address = new Uri(server.Urls.Single());
    }

    /// <summary>Where it listens, on the loopback interface.</summary>
    public Uri Address { get; }

    /// <summary>The bodies so far.</summary>
    public IReadOnlyList<byte[]> Messages => [.. _messages];

    /// <summary>Starts a collector.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The running collector.</returns>
    public static async Task<TraceCollector> StartAsync(CancellationToken cancellationToken)
    {
        var messages = new ConcurrentQueue<byte[]>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0, static listener => listener.Protocols = HttpProtocols.Http1));
        var server = builder.Build();
        server.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            if (context.Request.Path == TracesPath && context.Request.ContentType == "application/x-protobuf")
            {
                messages.Enqueue(body.ToArray());
                return;
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
        });
        await server.StartAsync(cancellationToken);
        return new TraceCollector(server, messages);
    }

    /// <summary>Whether a message holds these bytes; names and values stand in the messages as they are.</summary>
    /// <param name="part">The bytes.</param>
    /// <returns>Whether one does.</returns>
    public bool Holds(ReadOnlySpan<byte> part)
    {
        foreach (var message in _messages)
        {
            if (message.AsSpan().IndexOf(part) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
