using Injector.Contracts.Diagnostics;
using Injector.Kube.Api;
using Injector.Kube.Leases;
using Injector.Webhook.Certificates.SelfSigned;
using Injector.Webhook.Monitoring;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Certificates;

/// <summary>Mode <c>files</c> with <c>-tls-auto</c>: the CA of <c>-tls-ca-cert-file</c> is kept in <c>caBundle</c>. The certificate itself comes from elsewhere.</summary>
internal sealed class FileBundle : ICertificateSource
{
    private readonly string _path;
    private readonly LeaseElector _elector;
    private readonly IReadOnlyList<(KubePath Path, PublishedBundle Bundle)> _bundles;
    private readonly IKubeApi _api;
    private readonly TimeProvider _time;
    private readonly Func<double> _chance;
    private string _pem = string.Empty;

    public FileBundle(string path, SharedObjects shared, BundleMetrics metrics, TimeProvider time, Func<double> chance, ILogger log)
    {
        _path = path;
        _api = shared.Api;
        _time = time;
        _chance = chance;
        _elector = new LeaseElector(shared.Api, shared.Lease, shared.Identity, time);
        _bundles = [.. shared.Configurations.Select(configuration => (configuration, new PublishedBundle(shared.Api, configuration, metrics, log)))];
    }

    /// <inheritdoc/>
    public Diagnostic? Start() => null;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var watching = _bundles.Select(pair => new ObjectWatch(_api, pair.Path, pair.Bundle.Observe, _time, _chance).RunAsync(cancellationToken)).ToList();
        using var timer = new PeriodicTimer(LeaseElector.Period, _time);
        try
        {
            do
            {
                await ReconcileAsync(cancellationToken);
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(watching);
            await _elector.ReleaseAsync(CancellationToken.None);
        }
    }

    /// <summary>Publishes what the file holds, if this replica is the writer.</summary>
    public async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        await _elector.TickAsync(cancellationToken);
        Read();
        if (_elector.IsLeader && _pem.Length > 0)
        {
            foreach (var (_, bundle) in _bundles)
            {
                await bundle.PublishAsync(_pem, cancellationToken);
            }
        }
    }

    private void Read()
    {
        try
        {
            _pem = File.ReadAllText(_path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The mount is being swapped; the former content stays.
            return;
        }
    }
}
