using Injector.Contracts.Secrecy;
using Injector.Rendering.Fetching;
using Injector.Rendering.HandOver;
using Injector.Rendering.Leases;
using Injector.Vault;

namespace Injector.Rendering.Dependencies;

/// <summary>
/// What an answer means for the dependency it belongs to. The life it tells of is counted from the moment the request was sent: the server counts from
/// some moment after that, however long the answer was under way.
/// </summary>
internal sealed class WatchAnswers
{
    private readonly LeaseClock _clock;
    private readonly FetchRetry _retry;
    private readonly Func<double> _chance;

    public WatchAnswers(LeaseClock clock, FetchRetry retry, Func<double> chance)
    {
        _clock = clock;
        _retry = retry;
        _chance = chance;
    }

    public WatchChange Apply(DependencyWatch watch, Fetched fetched, TimeSpan now)
    {
        if (fetched.Fault is { } fault)
        {
            return Fail(watch, fault, now);
        }

        var recovered = watch.Fault is not null;
        watch.Failures = 0;
        watch.Fault = null;
        watch.FetchedAt = now;
        Schedule(watch, fetched.Plan, now);
        if (fetched.IsUnchanged)
        {
            return new WatchChange(watch, false, recovered);
        }

        var changed = watch.Value is null || watch.Fingerprint != fetched.Fingerprint;
        watch.Value = changed ? fetched.Value : watch.Value;
        watch.Fingerprint = fetched.Fingerprint;
        watch.Version = fetched.Version;
        watch.Known = fetched.Known;
        watch.Envelope?.Dispose();
        watch.Envelope = fetched.Envelope;
        watch.Lease = fetched.Lease;
        watch.LeaseSince = watch.JobSentAt;
        watch.Renewal = fetched.Renewal;
        watch.WasRenewed = false;
        watch.RenewalClock = fetched.Renewal is null ? null : new RenewalClock(fetched.Lease.Duration, _chance);
        return new WatchChange(watch, changed, recovered);
    }

    public WatchChange? Apply(DependencyWatch watch, Renewed renewed, TimeSpan now)
    {
        if (watch.RenewalClock is not { } clock)
        {
            return null;
        }

        if (renewed.Fault is { Persistence: FaultPersistence.Lasting } refusal)
        {
            Refuse(watch, refusal, now);
            return new WatchChange(watch, false, false) { RenewalFault = refusal };
        }

        TimeSpan? pause;
        var since = now;
        if (renewed.Fault is null)
        {
            watch.Lease = new VaultLease(watch.Lease.Id, renewed.Duration, true);
            watch.LeaseSince = since = watch.JobSentAt;
            watch.WasRenewed = true;
            pause = clock.AfterRenewal(renewed.Duration);
        }
        else
        {
            pause = clock.AfterFailure(watch.LeaseLeft(now));
        }

        watch.NextAction = pause is null ? WatchAction.Fetch : WatchAction.Renew;
        watch.Due = Later(now, since + (pause ?? TimeSpan.Zero));
        return new WatchChange(watch, false, false) { RenewalFault = renewed.Fault };
    }

    /// <summary>Takes over what an earlier process fetched. False when it is over, or cannot be kept alive.</summary>
    public bool Revive(DependencyWatch watch, HandedOverSecret secret, DateTimeOffset wall, TimeSpan now)
    {
        if (!secret.IsAlive(wall) || (secret.NextAction == WatchAction.Renew && !secret.Lease.Exists))
        {
            return false;
        }

        watch.Value = VaultFetcher.Revive(secret.Envelope);
        watch.Envelope = new SecretBytes([.. secret.Envelope]);
        watch.Lease = secret.Lease;
        watch.LeaseSince = now - (wall - secret.LeaseSince);
        watch.FetchedAt = watch.LeaseSince;
        watch.NextAction = secret.NextAction;
        watch.Due = secret.Due is { } due ? now + (due - wall) : null;
        if (secret.NextAction == WatchAction.Renew)
        {
            watch.Renewal = new RenewalTarget(secret.Lease.Id, null);
            watch.RenewalClock = new RenewalClock(secret.Lease.Duration, _chance);
        }

        return true;
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

    private static void Schedule(DependencyWatch watch, FetchPlan plan, TimeSpan now)
    {
        watch.IsWithOthers = plan.Kind == FetchPlanKind.ReadWithOthers;
        watch.NextAction = plan.Kind switch
        {
            FetchPlanKind.Renew => WatchAction.Renew,
            FetchPlanKind.Keep => WatchAction.None,
            _ => WatchAction.Fetch,
        };
        watch.Due = plan.Kind switch
        {
            FetchPlanKind.Keep => null,
            FetchPlanKind.Read => Later(now + FetchPlan.Soonest, watch.JobSentAt + plan.After),
            _ => now + plan.After,
        };
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
