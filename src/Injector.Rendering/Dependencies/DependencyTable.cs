using System.Diagnostics.CodeAnalysis;
using Injector.Rendering.Fetching;
using Injector.Rendering.Leases;
using Injector.Templates.Dependencies;
using Injector.Templates.Values;
using Injector.Vault;
using Injector.Vault.Login;

namespace Injector.Rendering.Dependencies;

/// <summary>All dependencies of the process: one watch each, however many templates use it, so that one secret is one request and one lease.</summary>
internal sealed class DependencyTable
{
    /// <summary>How many dependencies a process may watch: a template that makes up paths must not exhaust agent and server.</summary>
    public const int Limit = 1000;

    /// <summary>Actions that wait for company start when the first of them is due, if they are due within this time.</summary>
    private static readonly TimeSpan Company = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<Dependency, DependencyWatch> _watches = [];
    private readonly LeaseClock _clock;
    private readonly FetchRetry _retry;
    private readonly Func<double> _chance;
    private long _lastJob;
    private VaultToken? _token;

    public DependencyTable(LeaseClock clock, FetchRetry retry, Func<double> chance)
    {
        _clock = clock;
        _retry = retry;
        _chance = chance;
    }

    public IReadOnlyCollection<DependencyWatch> Watches => _watches.Values;

    public VaultToken? Token => _token;

    /// <summary>Whether an answer may come at any moment that belongs to the present publication.</summary>
    public bool AwaitsFirstAnswers(TimeSpan now)
    {
        foreach (var watch in _watches.Values)
        {
            if (watch is { Failures: 0, NextAction: WatchAction.Fetch } && (watch.Job is not null || watch.Due <= now))
            {
                return true;
            }
        }

        return false;
    }

    public DependencyWatch? Find(Dependency dependency) => _watches.GetValueOrDefault(dependency);

    /// <summary>The value of a dependency; one that is not known yet is watched from now on.</summary>
    public bool TryGet(Dependency dependency, [NotNullWhen(true)] out Value? value)
    {
        if (_watches.TryGetValue(dependency, out var watch))
        {
            value = watch.Value;
            return value is not null;
        }

        value = null;
        if (_watches.Count < Limit)
        {
            _watches.Add(dependency, new DependencyWatch(dependency));
        }

        return false;
    }

    /// <summary>Forgets what no template uses any more.</summary>
    public void KeepOnly(HashSet<Dependency> used)
    {
        foreach (var dependency in _watches.Keys.ToArray())
        {
            if (!used.Contains(dependency))
            {
                _watches.Remove(dependency);
            }
        }
    }

    /// <summary>
    /// Uses another token from now on. Leases died with the old one and are issued again; what is merely read is read again;
    /// what was written and has no lease stays.
    /// </summary>
    public void Accept(VaultToken token, TimeSpan now)
    {
        var isFirst = _token is null;
        _token = token;
        if (isFirst)
        {
            return;
        }

        foreach (var watch in _watches.Values)
        {
            if (watch.Dependency is FileContent || (watch.Value is not null && watch.Renewal is null && !watch.Lease.Exists
                && watch.Dependency is VaultWrite or PkiCertificate))
            {
                continue;
            }

            // The answer to a request with the old token is not waited for.
            watch.Job = null;
            watch.Renewal = null;
            watch.NextAction = WatchAction.Fetch;
            watch.Due = now;
            watch.Failures = 0;
        }
    }

    /// <summary>The requests that are due.</summary>
    public List<WatchJob> TakeDueJobs(TimeSpan now)
    {
        var jobs = new List<WatchJob>();
        var companyIsDue = false;
        foreach (var watch in _watches.Values)
        {
            if (watch.Job is null && watch.Due <= now && CanStart(watch))
            {
                companyIsDue |= watch.IsWithOthers;
                jobs.Add(Start(watch));
            }
        }

        if (companyIsDue)
        {
            _clock.BeginRound();
            foreach (var watch in _watches.Values)
            {
                if (watch.Job is null && watch.IsWithOthers && watch.Due <= now + Company && CanStart(watch))
                {
                    jobs.Add(Start(watch));
                }
            }
        }

        return jobs;
    }

    /// <summary>When the next request is due; null: none is.</summary>
    public TimeSpan? NextDue()
    {
        TimeSpan? next = null;
        foreach (var watch in _watches.Values)
        {
            if (watch.Job is null && watch.Due is { } due && CanStart(watch) && (next is null || due < next))
            {
                next = due;
            }
        }

        return next;
    }

    /// <summary>Takes the answer to a fetch.</summary>
    /// <returns>What it means; null when nobody waits for it any more.</returns>
    public WatchChange? Accept(WatchJob job, Fetched fetched, TimeSpan now)
    {
        if (Finish(job) is not { } watch)
        {
            return null;
        }

        if (fetched.Fault is { } fault)
        {
            return Fail(watch, fault, now);
        }

        var recovered = watch.Failures > 0;
        var changed = watch.Value is null || watch.Fingerprint != fetched.Fingerprint;
        watch.Failures = 0;
        watch.Fault = null;
        watch.Value = changed ? fetched.Value : watch.Value;
        watch.Fingerprint = fetched.Fingerprint;
        watch.Version = fetched.Version;
        watch.FetchedAt = now;
        watch.Lease = fetched.Lease;
        watch.LeaseSince = now;
        watch.Renewal = fetched.Renewal;
        watch.WasRenewed = false;
        watch.RenewalClock = fetched.Renewal is null ? null : new RenewalClock(fetched.Lease.Duration, _chance);
        watch.IsWithOthers = fetched.Plan.Kind == FetchPlanKind.ReadWithOthers;
        watch.NextAction = fetched.Plan.Kind switch
        {
            FetchPlanKind.Renew => WatchAction.Renew,
            FetchPlanKind.Keep => WatchAction.None,
            _ => WatchAction.Fetch,
        };
        watch.Due = watch.NextAction == WatchAction.None ? null : now + fetched.Plan.After;
        return new WatchChange(watch, changed, recovered);
    }

    /// <summary>Takes the answer to a renewal.</summary>
    public WatchChange? Accept(WatchJob job, Renewed renewed, TimeSpan now)
    {
        if (Finish(job) is not { } watch || watch.RenewalClock is not { } clock)
        {
            return null;
        }

        if (renewed.Fault is { Persistence: FaultPersistence.Lasting } refusal)
        {
            Refuse(watch, refusal, now);
            return new WatchChange(watch, false, false) { RenewalFault = refusal };
        }

        TimeSpan? pause;
        if (renewed.Fault is null)
        {
            watch.Lease = new VaultLease(watch.Lease.Id, renewed.Duration, true);
            watch.LeaseSince = now;
            watch.WasRenewed = true;
            pause = clock.AfterRenewal(renewed.Duration);
        }
        else
        {
            pause = clock.AfterFailure(watch.LeaseLeft(now));
        }

        watch.NextAction = pause is null ? WatchAction.Fetch : WatchAction.Renew;
        watch.Due = now + (pause ?? TimeSpan.Zero);
        return new WatchChange(watch, false, false) { RenewalFault = renewed.Fault };
    }

    /// <summary>
    /// A lease that was renewed before and is unknown now was revoked: its credentials are dead, and new ones are fetched at once.
    /// A lease whose very first renewal is refused, or that we may not renew, is used like one that cannot be renewed; fetching at once
    /// would issue credentials in a loop.
    /// </summary>
    private void Refuse(DependencyWatch watch, FetchFault refusal, TimeSpan now)
    {
        watch.NextAction = WatchAction.Fetch;
        watch.Due = watch.WasRenewed && !refusal.IsDenied ? now : watch.LeaseSince + (watch.Lease.Duration * _clock.Settings.Threshold);
    }

    private WatchChange Fail(DependencyWatch watch, FetchFault fault, TimeSpan now)
    {
        if (watch.Failures == 0)
        {
            watch.FailingSince = now;
        }

        var isNews = watch.Failures == 0 || watch.Fault?.Diagnostic.Code != fault.Diagnostic.Code;
        watch.Failures++;
        watch.Fault = fault;
        watch.NextAction = WatchAction.Fetch;
        watch.IsWithOthers = false;
        watch.Due = now + _retry.Pause(watch.Failures, fault.Persistence, fault.RetryAfter, _chance);
        return new WatchChange(watch, false, false) { IsNewFault = isNews };
    }

    private DependencyWatch? Finish(WatchJob job)
    {
        if (!_watches.TryGetValue(job.Dependency, out var watch) || watch.Job != job.Number)
        {
            return null;
        }

        watch.Job = null;
        return watch;
    }

    private bool CanStart(DependencyWatch watch) => _token is not null || watch.Dependency is FileContent;

    private WatchJob Start(DependencyWatch watch)
    {
        watch.Job = ++_lastJob;
        return new WatchJob(_lastJob, watch.Dependency, _token, watch.NextAction == WatchAction.Renew ? watch.Renewal : null);
    }
}
