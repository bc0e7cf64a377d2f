using System.Text.Json;
using Injector.Vault;
using Injector.Vault.Kv;

namespace Injector.Rendering.Leases;

/// <summary>Decides from a secret's answer when it has to be fetched again. The first rule that fits decides.</summary>
internal sealed class LeaseClock
{
    /// <summary>
    /// The first renewal is not sent at once: a start must not cost a request per lease before the files are there.
    /// </summary>
    public static readonly TimeSpan FirstRenewal = TimeSpan.FromSeconds(1);

    /// <summary>A rotated credential is there when its time to live has passed; one second for the server's rounding.</summary>
    public static readonly TimeSpan RotationMargin = TimeSpan.FromSeconds(1);

    private const double Spread = 0.05;

    private readonly RefreshSettings _settings;
    private readonly Func<double> _chance;
    private double _roundFactor;

    public LeaseClock(RefreshSettings settings, Func<double> chance)
    {
        _settings = settings;
        _chance = chance;
        _roundFactor = Factor();
    }

    public RefreshSettings Settings => _settings;

    /// <summary>
    /// Draws the part of the static interval anew. All static secrets of a process share it, so that they are read together and their
    /// files change together; the draws of different processes spread the load.
    /// </summary>
    public void BeginRound() => _roundFactor = Factor();

    /// <summary>The plan for an answer to a read or a write.</summary>
    public FetchPlan Plan(VaultAnswer answer, DateTimeOffset now)
    {
        var lease = answer.Lease;
        if (lease is { Exists: true, Renewable: true } || answer.Auth.Flag("renewable"u8))
        {
            return new FetchPlan(FetchPlanKind.Renew, FirstRenewal);
        }

        if (answer.Auth.Seconds("lease_duration"u8) is { Ticks: > 0 } tokenLife)
        {
            return FetchPlan.ReadAfter(tokenLife * Factor());
        }

        if (!lease.Exists && PlanFromContent(answer.Data, now) is { } plan)
        {
            return plan;
        }

        return lease.Exists && lease.Duration > TimeSpan.Zero
            ? FetchPlan.ReadAfter(lease.Duration * Factor())
            : PlanStatic(answer, lease, now);
    }

    /// <summary>Whether a rotating credential is due: what the server gave is about to be replaced, so it is no answer yet.</summary>
    public static bool IsDueForRotation(VaultAnswer answer) =>
        !answer.Lease.Exists && IsRotating(answer.Data) && answer.Data.Seconds("ttl"u8) == TimeSpan.Zero;

    /// <summary>The plan for a list of names.</summary>
    public FetchPlan PlanList() => FetchPlan.ReadWithOthersAfter(_settings.StaticInterval);

    /// <summary>The plan for a secret that has no life of its own and did not change.</summary>
    public FetchPlan PlanStatic() => FetchPlan.ReadWithOthersAfter(_settings.StaticInterval * _roundFactor);

    private FetchPlan? PlanFromContent(JsonElement data, DateTimeOffset now)
    {
        if (data.Text("certificate"u8) is not null && data.Seconds("expiration"u8) is { Ticks: > 0 } expiration)
        {
            // A certificate that is over is only stored somewhere: fetching it at once would give it again.
            var life = DateTimeOffset.UnixEpoch + expiration - now;
            return life > TimeSpan.Zero ? FetchPlan.ReadAfter(life * Factor()) : PlanStatic();
        }

        if (data.Text("secret_id"u8) is not null && data.Seconds("secret_id_ttl"u8) is { Ticks: > 0 } secretIdLife)
        {
            return FetchPlan.ReadAfter((secretIdLife + RotationMargin) * Factor());
        }

        return IsRotating(data) ? FetchPlan.ReadAfter(data.Seconds("ttl"u8) + RotationMargin) : null;
    }

    private FetchPlan PlanStatic(VaultAnswer answer, VaultLease lease, DateTimeOffset now)
    {
        var interval = _settings.StaticInterval;

        // KV version 1 reports a life, by default that of its mount: 32 days. Its secrets change at any time like all others.
        if (lease.Duration > TimeSpan.Zero && lease.Duration < interval)
        {
            return FetchPlan.ReadAfter(lease.Duration * Factor());
        }

        var after = interval * _roundFactor;
        if (KvVersionState.DeletionTime(answer) is { } deletion && deletion > now && deletion - now < after)
        {
            return FetchPlan.ReadAfter(deletion - now + RotationMargin);
        }

        return FetchPlan.ReadWithOthersAfter(after);
    }

    private static bool IsRotating(JsonElement data) =>
        data.Member("ttl"u8).ValueKind == JsonValueKind.Number
        && (data.Member("rotation_period"u8).ValueKind != JsonValueKind.Undefined || data.Member("rotation_schedule"u8).ValueKind != JsonValueKind.Undefined);

    private double Factor()
    {
        var spread = _settings.Threshold + (((_chance() * 2) - 1) * Spread);
        return spread is > 0 and < 1 ? spread : _settings.Threshold;
    }
}
