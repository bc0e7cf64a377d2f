using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Admission;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.Sandbox.Workloads;

namespace Injector.Sandbox.Kubernetes.Cluster;

/// <summary>Calls webhooks at their URLs or through their Services, over TLS with the published <c>caBundle</c>.</summary>
internal sealed class WebhookClients(ObjectStore store, TimeProvider time)
{
    private readonly ServiceEndpoints _services = new(store);

    /// <summary>Makes a client of one webhook.</summary>
    /// <exception cref="HttpRequestException">Nobody answers for its Service, or nothing is trusted.</exception>
    public AdmissionCaller Create(JsonObject webhook)
    {
        var client = webhook.Map("clientConfig");
        var bundle = client.Text("caBundle") ?? throw new HttpRequestException("caBundle is empty: nothing is trusted");
        var roots = Encoding.UTF8.GetString(Convert.FromBase64String(bundle));
        if (client.Text("url") is { } url)
        {
            return new AdmissionCaller(new Uri(url), PinnedRoot.Handler(roots), time);
        }

        var service = client.Map("service");
        var (space, name) = (service.Text("namespace") ?? "default", service.Text("name") ?? string.Empty);
        var port = _services.Port(space, name, 443) ?? throw new HttpRequestException($"no endpoints available for service \"{name}\"");
        var handler = PinnedRoot.Handler(roots);

        // The certificate is checked against the Service's name, which nobody resolves here.
        handler.ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync("127.0.0.1", port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
        return new AdmissionCaller(new Uri($"https://{name}.{space}.svc{service.Text("path")}"), handler, time);
    }
}
