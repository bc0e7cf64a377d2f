using Injector.Sandbox.Vault.Clock;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Leases;

/// <summary>All living leases. A lease ends with its time, with its owner's token, or by revocation; then the engine takes the secret back.</summary>
internal sealed class LeaseStore(TimeProvider time, RevocationQueue queue) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lease> _leases = new(StringComparer.Ordinal);
    private readonly Dictionary<Lease, Deadline> _deadlines = [];

    /// <summary>Makes a lease.</summary>
    /// <param name="offer">The secret's life.</param>
    /// <param name="origin">The path that made it, with the mount, and the mount's limits.</param>
    /// <param name="owner">Whose it is.</param>
    /// <returns>The lease.</returns>
    public Lease Register(LeaseOffer offer, TokenOrigin origin, TokenEntry owner)
    {
        var now = time.GetUtcNow();
        var rules = new TtlRules { Mount = origin.Lifetimes, Ttl = offer.Ttl, MaxTtl = offer.MaxTtl };
        var (ttl, _) = rules.Calculate(TimeSpan.Zero, now, now);
        var lease = new Lease
        {
            Id = $"{origin.Path}/{RandomText.Make(24)}",
            NamespacePath = origin.NamespacePath,
            Offer = offer,
            Rules = rules,
            Owner = owner,
            Issued = now,
            Expires = now + ttl,
            Duration = ttl,
        };
        lock (_lock)
        {
            _leases[Key(lease)] = lease;
            var deadline = new Deadline(time, () => _ = RevokeAsync(lease));
            _deadlines[lease] = deadline;
            deadline.Set(lease.Expires);
        }

        return lease;
    }

    public Lease? Find(string namespacePath, string id)
    {
        lock (_lock)
        {
            return _leases.GetValueOrDefault(namespacePath + id) is { } lease && lease.Expires > time.GetUtcNow() ? lease : null;
        }
    }

    /// <summary>The ids below a prefix, sorted.</summary>
    public IReadOnlyList<string> Find(string namespacePath, Func<string, bool> isWanted)
    {
        lock (_lock)
        {
            return [.. _leases.Values.Where(lease => lease.NamespacePath == namespacePath && isWanted(lease.Id)).Select(static lease => lease.Id).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Renews a lease.</summary>
    public async ValueTask<(Lease? Lease, IReadOnlyList<string> Warnings, LeaseFault Fault)> RenewAsync(
        string namespacePath,
        string id,
        TimeSpan increment,
        CancellationToken cancellationToken)
    {
        Lease? lease;
        IReadOnlyList<string> warnings;
        lock (_lock)
        {
            lease = Find(namespacePath, id);
            if (lease is null)
            {
                return (null, [], LeaseFault.NotFound);
            }

            if (!lease.IsRenewable)
            {
                return (null, [], LeaseFault.NotRenewable);
            }

            var now = time.GetUtcNow();
            (var ttl, warnings) = lease.Rules.Calculate(increment, lease.Issued, now);
            if (ttl <= TimeSpan.Zero)
            {
                return (null, [], LeaseFault.PastMaxTtl);
            }

            lease.Duration = ttl;
            lease.Expires = now + ttl;
            lease.LastRenewal = now;
            _deadlines.GetValueOrDefault(lease)?.Set(lease.Expires);
        }

        if (lease.Offer.ExtendAsync is { } extend && await extend(lease.Expires, cancellationToken) is { } error)
        {
            return (null, [error], LeaseFault.Engine);
        }

        return (lease, warnings, LeaseFault.None);
    }

    /// <summary>Ends a lease.</summary>
    /// <returns>Ends with the engine's first attempt to take the secret back: null, or what it said instead.</returns>
    public Task<string?> RevokeAsync(Lease lease)
    {
        lock (_lock)
        {
            if (!_leases.Remove(Key(lease)))
            {
                return Task.FromResult<string?>(null);
            }

            if (_deadlines.Remove(lease, out var deadline))
            {
                deadline.Dispose();
            }
        }

        return queue.Add(lease.Offer.RevokeAsync);
    }

    public Task<string?> RevokePrefixAsync(string namespacePath, string prefix) =>
        RevokeWhereAsync(lease => lease.NamespacePath == namespacePath && lease.Id.StartsWith(prefix, StringComparison.Ordinal));

    public Task<string?> RevokeOwnedByAsync(TokenEntry owner) => RevokeWhereAsync(lease => lease.Owner == owner);

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var deadline in _deadlines.Values)
            {
                deadline.Dispose();
            }

            _deadlines.Clear();
        }
    }

    private static string Key(Lease lease) => lease.NamespacePath + lease.Id;

    private async Task<string?> RevokeWhereAsync(Func<Lease, bool> isMeant)
    {
        Lease[] leases;
        lock (_lock)
        {
            leases = [.. _leases.Values.Where(isMeant)];
        }

        var faults = await Task.WhenAll(leases.Select(RevokeAsync));
        return faults.FirstOrDefault(static fault => fault is not null);
    }
}
