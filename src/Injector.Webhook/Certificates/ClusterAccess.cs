using Injector.Kube.Api;

namespace Injector.Webhook.Certificates;

/// <summary>The API server, where there is one.</summary>
/// <param name="Api">The calls; null when there is none.</param>
/// <param name="Namespace">The own namespace.</param>
/// <param name="Missing">Why there is none; empty when there is one.</param>
internal sealed record ClusterAccess(IKubeApi? Api, string Namespace, string Missing)
{
    private const string DefaultNamespace = "default";

    /// <summary>What the kubelet gave this pod.</summary>
    public static ClusterAccess FromPod(Func<string, string?> environment, string folder, TimeProvider time)
    {
        var @namespace = InCluster.Namespace(folder) ?? DefaultNamespace;
        return InCluster.TryConnect(environment, folder, time, out var connection, out var missing)
            ? new ClusterAccess(new HttpKubeApi(connection, $"injector-webhook/{ProductVersion.Text}", time), @namespace, string.Empty)
            : new ClusterAccess(Api: null, @namespace, missing);
    }
}
