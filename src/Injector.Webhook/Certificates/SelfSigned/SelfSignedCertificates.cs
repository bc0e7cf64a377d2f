using System.Threading.Channels;
using Injector.Contracts.Diagnostics;
using Injector.Kube.Api;
using Injector.Kube.Leases;
using Injector.Webhook.Monitoring;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Certificates.SelfSigned;

/// <summary>
/// Mode <c>self</c>: watches what is shared, and on every change and every few seconds makes what is so into what should be. Each step can be
/// repeated at any time; none depends on having seen a particular change.
/// </summary>
internal sealed class SelfSignedCertificates : ICertificateSource
{
    private readonly SharedAuthority _authority;
    private readonly LeafRenewal _leaf;
    private readonly IReadOnlyList<PublishedBundle> _bundles;
    private readonly LeaseElector _elector;
    private readonly IReadOnlyList<ObjectWatch> _watches;
    private readonly BundleMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SelfTest? _selfTest;
    private bool _wasLeader;
    private string _toldTrouble = string.Empty;

    public SelfSignedCertificates(SharedObjects shared, TlsState tls, BundleMetrics metrics, TimeProvider time, Func<double> chance, ILogger log)
    {
        _metrics = metrics;
        _time = time;
        _log = log;
        _authority = new SharedAuthority(shared.Api, shared.Secret, time, log);
        _leaf = new LeafRenewal(tls, shared.Hosts, time, log);
        _elector = new LeaseElector(shared.Api, shared.Lease, shared.Identity, time);
        _bundles = [.. shared.Configurations.Select(path => new PublishedBundle(shared.Api, path, metrics, log))];
        _selfTest = SelfTest.ServiceAmong(shared.Hosts) is { } service && _bundles.Count > 0
            ? new SelfTest(service, () => _bundles[0].Published, metrics, time, log)
            : null;
        _watches =
        [
            new ObjectWatch(shared.Api, shared.Secret, secret => Wake(() => _authority.Observe(secret)), time, chance),
            .. shared.Configurations.Zip(_bundles).Select(pair =>
                new ObjectWatch(shared.Api, pair.First, configuration => Wake(() => pair.Second.Observe(configuration)), time, chance)),
        ];
    }

    /// <inheritdoc/>
    public Diagnostic? Start() => null;

    /// <summary>Works until it is told to stop, then gives the Lease back.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var watching = Task.WhenAll(WatchAsync(cancellationToken), _selfTest?.RunAsync(cancellationToken) ?? Task.CompletedTask);
        using var ticker = _time.CreateTimer(_ => Wake(static () => { }), state: null, TimeSpan.Zero, LeaseElector.Period);
        try
        {
            await foreach (var _ in _wake.Reader.ReadAllAsync(cancellationToken))
            {
                await ReconcileAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            await watching;
            await _elector.ReleaseAsync(CancellationToken.None);
        }
    }

    /// <summary>Follows what is shared until it is told to stop.</summary>
    public Task WatchAsync(CancellationToken cancellationToken) => Task.WhenAll(_watches.Select(watch => watch.RunAsync(cancellationToken)));

    /// <summary>Makes what is so into what should be, once.</summary>
    public async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        await _elector.TickAsync(cancellationToken);
        NoteLeadership();
        await _authority.ReconcileAsync(cancellationToken);
        if (_elector.IsLeader)
        {
            await _authority.MaintainAsync(cancellationToken);
        }

        if (_authority.State is not { } state)
        {
            return;
        }

        _metrics.Generation = state.Generation;
        if (_elector.IsLeader)
        {
            foreach (var bundle in _bundles)
            {
                await bundle.PublishAsync(state.Bundle, cancellationToken);
            }
        }

        _leaf.Reconcile(state.Authority, _bundles.All(bundle => bundle.Trusts(state.Authority.CertificatePem)));
    }

    private void Wake(Action before)
    {
        before();
        _wake.Writer.TryWrite(true);
    }

    private void NoteLeadership()
    {
        if (_elector.IsLeader != _wasLeader)
        {
            _wasLeader = _elector.IsLeader;
            _metrics.IsLeader = _wasLeader;
            Log.LeadershipChanged(_log, _wasLeader ? "now" : "no longer");
        }

        // Told once, not with every look.
        if (_elector.Trouble != _toldTrouble)
        {
            _toldTrouble = _elector.Trouble;
            if (_toldTrouble.Length > 0)
            {
                Log.LeaseTrouble(_log, _toldTrouble);
            }
            else
            {
                Log.LeaseUsable(_log);
            }
        }
    }
}
