using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Cluster;

internal static partial class Log
{
    // Event ids 2400-2499 belong to this folder. Next free: 2402. Never reuse or renumber.
    [LoggerMessage(2400, LogLevel.Information, "The cluster: server {Server}, oldest kubelet {Kubelet}, native sidecars everywhere: {NativeSidecars}.")]
    public static partial void FactsChanged(ILogger logger, string server, string kubelet, bool nativeSidecars);

    [LoggerMessage(2401, LogLevel.Information, "Namespaces may not be read, so annotations of namespaces are not used as defaults of their pods.")]
    public static partial void NamespacesForbidden(ILogger logger);
}
