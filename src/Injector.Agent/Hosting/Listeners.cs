using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Injector.Agent.Local;
using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;

namespace Injector.Agent.Hosting;

/// <summary>Everything the process listens on: the control socket in its home, the configured listeners, the metrics address.</summary>
internal sealed class Listeners : IDisposable
{
    // Reading it fails like any other missing file.
    private const string Missing = "/nonexistent";

    private readonly List<LocalServer> _servers = [];

    public static (Listeners Listeners, AgentOutcome? Refusal) Open(AgentSettings settings, AgentState state, Shutdown shutdown, ApiProxy proxy, PartTools tools)
    {
        var listeners = new Listeners();
        if (!settings.Configuration.ExitAfterAuth)
        {
            return (listeners, listeners.OpenAll(settings, state, shutdown, proxy, tools));
        }

        return (listeners, null);
    }

    public async Task<AgentOutcome> RunAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll([.. _servers.Select(server => server.RunAsync(cancellationToken)), Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken)]);
        return AgentOutcome.Done;
    }

    public void Dispose()
    {
        foreach (var server in _servers)
        {
            server.Dispose();
        }
    }

    private AgentOutcome? OpenAll(AgentSettings settings, AgentState state, Shutdown shutdown, ApiProxy proxy, PartTools tools)
    {
        if (ControlSocket.Listen(ControlSocket.PathFor(settings.Environment)) is { } control)
        {
            _servers.Add(new LocalServer(control, new ControlRoutes(state), null, tools.Time));
        }
        else
        {
            tools.Log.Write(EventLevel.Debug, "host", "no control socket: status and wait will not work", new EventField("path", ControlSocket.PathFor(settings.Environment)));
        }

        foreach (var listener in settings.Configuration.Listeners)
        {
            if (OpenOne(listener, new PublicRoutes(listener, state, shutdown, proxy), tools) is { } refusal)
            {
                return refusal;
            }
        }

        var metrics = new Listener("tcp", settings.Configuration.Injector?.MetricsAddress ?? "") { Role = PublicRoutes.MetricsOnly, TlsDisable = true };
        return metrics.Address.Length == 0 ? null : OpenOne(metrics, new PublicRoutes(metrics, state, shutdown, proxy), tools);
    }

    private AgentOutcome? OpenOne(Listener listener, PublicRoutes routes, PartTools tools)
    {
        var (type, address) = (listener.Type, listener.Address);
        if (EndPointOf(type, address) is not { } endPoint)
        {
            return AgentOutcome.Failed(ExitCodes.Usage, Catalogue.Agent.ListenerFailed.For(address, address, type == "unix" ? "it is no path of 1 to 107 bytes" : "it is no address and port"));
        }

        try
        {
            var certificate = CertificateOf(listener);
            LocalServer.RemoveLeftover(endPoint);
            _servers.Add(new LocalServer(LocalServer.Listen(endPoint), routes, certificate, tools.Time));
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return AgentOutcome.Failed(ExitCodes.Usage, Catalogue.Agent.ListenerFailed.For(address, address, "it needs readable tls_cert_file and tls_key_file, or tls_disable"));
        }
        catch (CryptographicException)
        {
            return AgentOutcome.Failed(ExitCodes.Usage, Catalogue.Agent.ListenerFailed.For(address, address, "tls_cert_file and tls_key_file are not a certificate and its key"));
        }
        catch (SocketException exception)
        {
            var reason = exception.SocketErrorCode == SocketError.AddressAlreadyInUse ? "it is in use" : "the system refused";
            return AgentOutcome.Failed(ExitCodes.Failure, Catalogue.Agent.ListenerFailed.For(address, address, reason));
        }
    }

    private static string PathOr(string? path) => string.IsNullOrEmpty(path) ? Missing : path;

    private static EndPoint? EndPointOf(string type, string address)
    {
        const int LongestPath = 107;
        if (type == "unix")
        {
            return address.Length > 0 && System.Text.Encoding.UTF8.GetByteCount(address) <= LongestPath ? new UnixDomainSocketEndPoint(address) : null;
        }

        // Port 0 means any, which is what an address without a port would get: nobody would find it.
        return IPEndPoint.TryParse(address.Replace("localhost", "127.0.0.1", StringComparison.Ordinal), out var parsed)
            && (parsed.Port > 0 || address.EndsWith(":0", StringComparison.Ordinal)) ? parsed : null;
    }

    private static X509Certificate2? CertificateOf(Listener listener) => (listener.Type, listener.TlsDisable) switch
    {
        ("unix", _) or (_, true) => null,
        _ => X509Certificate2.CreateFromPem(File.ReadAllText(PathOr(listener.TlsCertFile)), File.ReadAllText(PathOr(listener.TlsKeyFile))),
    };
}
