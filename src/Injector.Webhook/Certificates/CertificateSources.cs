using System.Diagnostics.CodeAnalysis;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;
using Injector.Kube.Api;
using Injector.Webhook.Certificates.SelfSigned;
using Injector.Webhook.Monitoring;
using Injector.Webhook.Settings;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Certificates;

/// <summary>Settings → the sources that supply certificate and <c>caBundle</c>.</summary>
internal sealed class CertificateSources
{
    private readonly WebhookSettings _settings;
    private readonly TlsState _tls;
    private readonly BundleMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly Func<double> _chance;
    private readonly ILogger _log;

    public CertificateSources(WebhookSettings settings, TlsState tls, BundleMetrics metrics, TimeProvider time, Func<double> chance, ILogger log)
    {
        _settings = settings;
        _tls = tls;
        _metrics = metrics;
        _time = time;
        _chance = chance;
        _log = log;
    }

    /// <summary>Makes the sources.</summary>
    /// <param name="cluster">Access to the API server, where there is one.</param>
    /// <param name="sources">The sources; null when they cannot be made.</param>
    /// <returns>Why not, or null.</returns>
    public Diagnostic? Make(ClusterAccess cluster, [MaybeNull] out IReadOnlyList<ICertificateSource> sources)
    {
        sources = null;
        var tls = _settings.Tls;
        if (!tls.NeedsKubernetes)
        {
            sources = [Files()];
            return null;
        }

        if (cluster.Api is not { } api)
        {
            var what = tls.Mode == CertificateMode.Self ? "-tls-mode 'self'" : WebhookOptionTable.TlsAuto.Name;
            return Catalogue.Webhook.NoKubernetes.For(WebhookOptionTable.TlsMode.Name, what, cluster.Missing);
        }

        var shared = Shared(api, cluster.Namespace);
        sources = tls.Mode == CertificateMode.Self
            ? [new SelfSignedCertificates(shared, _tls, _metrics, _time, _chance, _log)]
            : [Files(), new FileBundle(tls.CaCertificateFile, shared, _metrics, _time, _chance, _log)];
        return null;
    }

    private CertificateFileReload Files() =>
        new(new CertificateFiles(_settings.Tls.CertificateFile, _settings.Tls.KeyFile), _tls, _time, _log);

    private SharedObjects Shared(IKubeApi api, string clusterNamespace)
    {
        var tls = _settings.Tls;
        var @namespace = _settings.Namespace.Length > 0 ? _settings.Namespace : clusterNamespace;
        return new SharedObjects
        {
            Api = api,
            Secret = KubePath.Secret(@namespace, $"{tls.SharedName}-ca"),
            Lease = KubePath.Lease(@namespace, tls.SharedName),
            Configurations = [.. tls.Configurations.Select(KubePath.MutatingWebhook), .. tls.Configurations.Select(KubePath.ValidatingWebhook)],
            Hosts = tls.Hosts,
            Identity = _settings.PodName.Length > 0 ? _settings.PodName : Environment.MachineName,
        };
    }
}
