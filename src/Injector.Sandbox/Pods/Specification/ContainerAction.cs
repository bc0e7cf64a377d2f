using System.Globalization;
using System.Text.Json;

namespace Injector.Sandbox.Pods.Specification;

/// <summary>What a hook or a probe does.</summary>
internal abstract record ContainerAction
{
    private ContainerAction()
    {
    }

    /// <summary>Runs a command in the container.</summary>
    internal sealed record Execute(IReadOnlyList<string> Command) : ContainerAction;

    /// <summary>Asks over HTTP; any status from 200 to 399 is good.</summary>
    internal sealed record HttpGet(Uri Address, IReadOnlyList<KeyValuePair<string, string>> Headers) : ContainerAction;

    /// <summary>Opens a connection.</summary>
    internal sealed record TcpConnect(string Host, int PortNumber) : ContainerAction;

    /// <summary>Waits.</summary>
    internal sealed record Sleep(TimeSpan Duration) : ContainerAction;

    public static ContainerAction Read(JsonElement element, IReadOnlyDictionary<string, int> ports)
    {
        if (element.Child("exec") is { } exec)
        {
            return new Execute(exec.Texts("command"));
        }

        if (element.Child("httpGet") is { } http)
        {
            var scheme = (http.Text("scheme") ?? "HTTP").ToLowerInvariant();
            var path = http.Text("path") ?? "/";
            var address = $"{scheme}://{http.Text("host") ?? PodAddress}:{Port(http, ports)}{(path.StartsWith('/') ? path : "/" + path)}";
            return new HttpGet(
                new Uri(address),
                [.. http.Items("httpHeaders").Select(header => KeyValuePair.Create(header.RequiredText("name"), header.Text("value") ?? string.Empty))]);
        }

        if (element.Child("tcpSocket") is { } tcp)
        {
            return new TcpConnect(tcp.Text("host") ?? PodAddress, Port(tcp, ports));
        }

        if (element.Child("sleep") is { } sleep)
        {
            return new Sleep(sleep.Seconds("seconds") ?? TimeSpan.Zero);
        }

        throw new PodSpecificationException(element.Child("grpc") is not null
            ? "The sandbox does not run grpc probes. Use httpGet, tcpSocket or exec."
            : "A hook or probe names no action. Use exec, httpGet or tcpSocket.");
    }

    /// <summary>All pods share this machine's network.</summary>
    internal const string PodAddress = "127.0.0.1";

    private static int Port(JsonElement element, IReadOnlyDictionary<string, int> ports)
    {
        var text = element.RequiredText("port");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || ports.TryGetValue(text, out number)
            ? number
            : throw new PodSpecificationException($"A hook or probe asks for port '{text}', which the container does not name in 'ports'.");
    }
}
