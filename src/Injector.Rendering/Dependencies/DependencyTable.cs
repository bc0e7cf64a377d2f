using System.Diagnostics.CodeAnalysis;
using Injector.Rendering.Fetching;
using Injector.Rendering.HandOver;
using Injector.Rendering.Leases;
using Injector.Templates.Dependencies;
using Injector.Templates.Values;
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
    private readonly WatchAnswers _answers;
    private long _lastJob;
    private VaultToken? _token;

    public DependencyTable(LeaseClock clock, FetchRetry retry, Func<double> chance)
    {
        _clock = clock;
        _answers = new WatchAnswers(clock, retry, chance);
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
            if (!used.Contains(dependency) && _watches.Remove(dependency, out var watch))
            {
                watch.Envelope?.Dispose();
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

            if (watch is { Job: not null, Dependency: VaultWrite or PkiCertificate })
            {
                // It may have been written already; sending it again would do it twice.
                continue;
            }

            // The answer to a read with the old token is not waited for.
            watch.Job = null;
            watch.Renewal = null;
            watch.NextAction = WatchAction.Fetch;
            watch.Due = now;
            watch.Failures = 0;
            watch.Envelope?.Dispose();
            watch.Envelope = null;
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
                jobs.Add(Start(watch, now));
            }
        }

        if (companyIsDue)
        {
            _clock.BeginRound();
            foreach (var watch in _watches.Values)
            {
                if (watch.Job is null && watch.IsWithOthers && watch.Due <= now + Company && CanStart(watch))
                {
                    jobs.Add(Start(watch, now));
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

    /// <summary>Takes the answer to a fetch; null when nobody waits for it any more.</summary>
    public WatchChange? Accept(WatchJob job, Fetched fetched, TimeSpan now)
    {
        if (Finish(job) is not { } watch)
        {
            return null;
        }

        var change = _answers.Apply(watch, fetched, now);
        JoinRound(watch, now);
        if (watch.Lease.Exists && !ReferenceEquals(job.Token, _token))
        {
            // Issued with a token that has been replaced in the meantime: the lease ends with that.
            watch.Renewal = null;
            watch.NextAction = WatchAction.Fetch;
            watch.Due = now;
        }

        return change;
    }

    /// <summary>
    /// Real time went on while this process and its clock stood still: everything is due earlier, and leases are older, by that much.
    /// </summary>
    public void Catch(TimeSpan missed)
    {
        foreach (var watch in _watches.Values)
        {
            watch.Due -= missed;
            watch.LeaseSince -= missed;
            watch.FetchedAt -= missed;
            watch.JobSentAt -= missed;
        }
    }

    /// <summary>Takes the answer to a renewal; null when nobody waits for it any more.</summary>
    public WatchChange? Accept(WatchJob job, Renewed renewed, TimeSpan now) =>
        Finish(job) is { } watch ? _answers.Apply(watch, renewed, now) : null;

    /// <summary>Takes over what an earlier process fetched, so that it is not fetched again. False when nobody needs it.</summary>
    public bool Revive(HandedOverSecret secret, DateTimeOffset wall, TimeSpan now) =>
        _watches.TryGetValue(secret.Dependency, out var watch) && watch.Value is null && watch.Job is null && _answers.Revive(watch, secret, wall, now);

    /// <summary>
    /// A secret without a life of its own is read together with the others, also after it failed or came late: files of one volume
    /// shall change together. It joins the next round unless that is so near that it was just read.
    /// </summary>
    private void JoinRound(DependencyWatch watch, TimeSpan now)
    {
        if (!watch.IsWithOthers || watch.Dependency is not VaultRead || watch.Due is not { } due)
        {
            return;
        }

        var earliest = now + ((due - now) / 2);
        foreach (var other in _watches.Values)
        {
            if (other is { IsWithOthers: true, Job: null, Dependency: VaultRead } && other != watch && other.Due >= earliest && other.Due < due)
            {
                watch.Due = other.Due;
                return;
            }
        }
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

    private WatchJob Start(DependencyWatch watch, TimeSpan now)
    {
        watch.Job = ++_lastJob;
        watch.JobSentAt = now;
        return new WatchJob(_lastJob, watch.Dependency, _token, watch.NextAction == WatchAction.Renew ? watch.Renewal : null)
        {
            Known = watch.Failures == 0 ? watch.Known : null,
        };
    }
}
