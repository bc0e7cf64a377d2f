using Injector.Kube.Api;
using Injector.Kube.Webhooks;
using Injector.Webhook.Monitoring;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Certificates.SelfSigned;

/// <summary>The <c>caBundle</c> of one webhook configuration: what it holds, and writing it.</summary>
internal sealed class PublishedBundle
{
    private readonly IKubeApi _api;
    private readonly KubePath _path;
    private readonly BundleMetrics _metrics;
    private readonly ILogger _log;
    private volatile ObservedObject? _observed;

    public PublishedBundle(IKubeApi api, KubePath path, BundleMetrics metrics, ILogger log)
    {
        _api = api;
        _path = path;
        _metrics = metrics;
        _log = log;
    }

    /// <summary>Takes note of the configuration's state; called by its watch.</summary>
    public void Observe(ObservedObject configuration)
    {
        if (configuration.Status is not (KubeStatus.Ok or KubeStatus.NotFound))
        {
            Log.ConfigurationUnreadable(_log, _path.Name, configuration.Reason, Rights(_path));
        }

        _observed = configuration;
    }

    /// <summary>
    /// Whether API servers that call through this configuration trust <paramref name="certificatePem"/>. A configuration that does not exist calls
    /// nobody, and one that may not be read cannot be waited for; one that was not looked at yet can.
    /// </summary>
    public bool Trusts(string certificatePem) => _observed switch
    {
        null or { Status: KubeStatus.Unavailable } => false,
        { Status: KubeStatus.Ok } found => CaBundle.Read(found.Body).All(bundle => bundle?.Contains(certificatePem.Trim(), StringComparison.Ordinal) == true),
        _ => true,
    };

    /// <summary>What stands in the first webhook of the configuration; empty when nothing is known.</summary>
    public string Published => _observed is { Status: KubeStatus.Ok } found && CaBundle.Read(found.Body) is [{ } first, ..] ? first : string.Empty;

    /// <summary>Writes <paramref name="pem"/> where something else stands; for the holder of the Lease only.</summary>
    public async Task PublishAsync(string pem, CancellationToken cancellationToken)
    {
        if (_observed is not { Status: KubeStatus.Ok } found)
        {
            return;
        }

        var patch = CaBundle.Patch(found.Body, pem);
        if (patch.IsEmpty)
        {
            return;
        }

        var answer = await _api.PatchAsync(_path, patch, cancellationToken);
        _metrics.Wrote(answer.IsOk ? "ok" : "failed");
        if (answer.IsOk)
        {
            _observed = new ObservedObject(KubeStatus.Ok, answer.Body, "written");
            Log.BundleWritten(_log, _path.Name);
        }
        else
        {
            Log.BundleNotWritten(_log, _path.Name, answer.Reason, Rights(_path));
        }
    }

    // When the fix is known, it is printed.
    private static string Rights(KubePath path)
    {
        var resource = path.Collection[(path.Collection.LastIndexOf('/') + 1)..];
        return $"{{apiGroups: [admissionregistration.k8s.io], resources: [{resource}], resourceNames: [{path.Name}], verbs: [get, watch, patch]}}";
    }
}
