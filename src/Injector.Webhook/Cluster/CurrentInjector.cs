using Injector.Contracts.Injection;
using Injector.Injection;
using Injector.Kube.Api;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Cluster;

/// <summary>The injector in force. New facts about the cluster make a new one, which replaces the former in one step.</summary>
internal sealed class CurrentInjector
{
    /// <summary>How often the cluster is asked: a node pool with older kubelets joins rarely, an upgrade takes minutes.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private readonly InjectionSettings _settings;
    private readonly TimeProvider _time;
    private readonly Backoff _backoff;
    private readonly ILogger _log;
    private volatile Model _model;
    private volatile bool _hasAsked;

    public CurrentInjector(InjectionSettings settings, TimeProvider time, Func<double> chance, ILogger log)
    {
        _backoff = new Backoff(chance);
        _settings = settings;
        _time = time;
        _log = log;
        _model = new Model(settings);
    }

    /// <summary>Decides about pods.</summary>
    public PodInjector Pods => _model.Pods;

    /// <summary>Looks at workloads.</summary>
    public WorkloadValidator Workloads => _model.Workloads;

    /// <summary>Whether the cluster was asked once; what it would not tell stays unknown.</summary>
    public bool HasAsked => _hasAsked;

    /// <summary>Asks the cluster again and again.</summary>
    public async Task RunAsync(IKubeApi api, CancellationToken cancellationToken)
    {
        var reader = new ClusterFactsReader(api);
        try
        {
            while (true)
            {
                var facts = await reader.ReadAsync(cancellationToken);
                if (facts is not null)
                {
                    Use(facts);
                    _hasAsked = true;
                    _backoff.Reset();
                }

                await Task.Delay(facts is null ? _backoff.Next() : Interval, _time, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    /// <summary>Takes facts into account. Facts that are unknown now do not erase known ones: the API server may just be away.</summary>
    public void Use(ClusterFacts read)
    {
        var known = _model.Pods.Settings.Cluster;
        var facts = new ClusterFacts { Server = read.Server ?? known.Server, OldestKubelet = read.OldestKubelet ?? known.OldestKubelet };
        if (facts != known)
        {
            _model = new Model(_settings with { Cluster = facts });
            Log.FactsChanged(_log, facts.Server?.ToString() ?? "unknown", facts.OldestKubelet?.ToString() ?? "unknown", facts.SupportsNativeSidecars);
        }
    }

    private sealed class Model
    {
        public Model(InjectionSettings settings)
        {
            Pods = new PodInjector(settings);
            Workloads = new WorkloadValidator(Pods);
        }

        public PodInjector Pods { get; }

        public WorkloadValidator Workloads { get; }
    }
}
