using Injector.Contracts.Injection;
using Injector.Kube.Api;

namespace Injector.Webhook.Cluster;

/// <summary>Asks the API server what decides about native sidecars. What may not be read stays unknown.</summary>
internal sealed class ClusterFactsReader
{
    // Pages keep memory flat in clusters of thousands of nodes.
    private const int PageSize = 250;

    private readonly IKubeApi _api;

    public ClusterFactsReader(IKubeApi api) => _api = api;

    /// <summary>Reads the facts.</summary>
    /// <returns>The facts; null when the API server does not answer.</returns>
    public async Task<ClusterFacts?> ReadAsync(CancellationToken cancellationToken)
    {
        var version = await _api.GetAsync("/version", cancellationToken);
        return version.Status == KubeStatus.Unavailable ? null : new ClusterFacts
        {
            Server = KubernetesVersion.TryParse(ObjectMeta.Text(version.Body, "gitVersion"), out var server) ? server : null,
            OldestKubelet = await OldestKubeletAsync(cancellationToken),
        };
    }

    private async Task<KubernetesVersion?> OldestKubeletAsync(CancellationToken cancellationToken)
    {
        KubernetesVersion? oldest = null;
        var from = string.Empty;
        do
        {
            var page = await _api.GetAsync($"/api/v1/nodes?limit={PageSize}&continue={Uri.EscapeDataString(from)}", cancellationToken);
            if (!page.IsOk)
            {
                return null;
            }

            foreach (var node in ObjectMeta.Items(page.Body, "items"))
            {
                var text = ObjectMeta.Text(ObjectMeta.Member(ObjectMeta.Member(node, "status"), "nodeInfo"), "kubeletVersion");
                if (KubernetesVersion.TryParse(text, out var kubelet) && (oldest is null || kubelet < oldest))
                {
                    oldest = kubelet;
                }
            }

            from = ObjectMeta.Text(ObjectMeta.Member(page.Body, "metadata"), "continue");
        }
        while (from.Length > 0);

        return oldest;
    }
}
