using System.Net;
using System.Net.Security;
using System.Text.Json.Nodes;
using Injector.Sandbox.Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>
/// The part of the Kubernetes API that the webhook uses, in memory: objects with versions and optimistic concurrency, JSON patches, watches,
/// rights restricted by name. Not for production.
/// </summary>
public sealed class SandboxApiServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ObjectStore _store;

    private SandboxApiServer(WebApplication server, ObjectStore store, ApiServerConditions conditions, PodServices pods)
    {
        _server = server;
        _store = store;
        Conditions = conditions;
        Pods = pods;
        Address = new Uri(server.Urls.Single());
    }

    /// <summary>Where it listens, on the loopback interface.</summary>
    public Uri Address { get; }

    /// <summary>What is wrong with it.</summary>
    public ApiServerConditions Conditions { get; }

    internal ObjectStore Store => _store;

    internal PodServices Pods { get; }

    /// <summary>Starts a server that speaks plain HTTP.</summary>
    /// <param name="time">The clock for creation times.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The running server.</returns>
    public static Task<SandboxApiServer> StartAsync(TimeProvider time, CancellationToken cancellationToken) => StartAsync(HttpProtocols.Http1, static _ => { }, time, cancellationToken);

    /// <summary>Starts a server that speaks HTTPS and HTTP/2, as pods meet it.</summary>
    /// <param name="certificate">What it shows.</param>
    /// <param name="time">The clock for creation times.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The running server.</returns>
    public static Task<SandboxApiServer> StartTlsAsync(ServerCertificate certificate, TimeProvider time, CancellationToken cancellationToken)
    {
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificate = certificate.Load(),
            ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
        };
        return StartAsync(
            HttpProtocols.Http1AndHttp2,
            listener => listener.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(options) }),
            time,
            cancellationToken);
    }

    private static async Task<SandboxApiServer> StartAsync(HttpProtocols protocols, Action<ListenOptions> secure, TimeProvider time, CancellationToken cancellationToken)
    {
        var store = new ObjectStore(time);
        var conditions = new ApiServerConditions();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener =>
        {
            listener.Protocols = protocols;
            secure(listener);
        }));
        var server = builder.Build();
        server.UseWebSockets();
        var pods = new PodServices();
        server.Run(new ApiRequests(store, conditions, pods).AnswerAsync);
        await server.StartAsync(cancellationToken);
        return new SandboxApiServer(server, store, conditions, pods);
    }

    /// <summary>Puts an object into the store, as an administrator would.</summary>
    /// <param name="collection">Path of the collection.</param>
    /// <param name="body">The object, with its name.</param>
    public void Create(string collection, JsonObject body) => _store.Create(collection, body);

    /// <summary>Reads an object.</summary>
    /// <param name="collection">Path of the collection.</param>
    /// <param name="name">Its name.</param>
    /// <returns>A copy of the object; null when there is none.</returns>
    public JsonObject? Find(string collection, string name) =>
        _store.List(collection).Items.FirstOrDefault(item => (string?)item["metadata"]?["name"] == name);

    /// <summary>Changes an object, whatever its version.</summary>
    /// <param name="collection">Path of the collection.</param>
    /// <param name="name">Its name.</param>
    /// <param name="change">Changes the copy it is given.</param>
    public void Change(string collection, string name, Action<JsonObject> change) => _store.Change(collection, name, body =>
    {
        change(body);
        return body;
    });

    /// <summary>Deletes an object.</summary>
    /// <param name="collection">Path of the collection.</param>
    /// <param name="name">Its name.</param>
    public void Delete(string collection, string name) => _store.Delete(collection, name);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Conditions.InterruptWatches();
        await _server.DisposeAsync();
        Conditions.Dispose();
    }
}
