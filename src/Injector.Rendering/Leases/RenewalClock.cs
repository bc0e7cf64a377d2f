namespace Injector.Rendering.Leases;

/// <summary>
/// When a lease is renewed, and when renewing it no longer helps. With L left after a renewal and a grace G of 10 to 20 % of the longest
/// lease seen, the next renewal comes after two thirds of L and one third of G; when that would end within the grace, the lease has
/// stopped growing and the secret has to be fetched again.
/// </summary>
internal sealed class RenewalClock
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly Func<double> _chance;
    private TimeSpan _longest;
    private TimeSpan _grace;
    private TimeSpan _pause;

    public RenewalClock(TimeSpan lease, Func<double> chance)
    {
        _chance = chance;
        Grow(lease);
    }

    /// <summary>The time to the next renewal after one that left <paramref name="remaining"/>; null: fetch again.</summary>
    public TimeSpan? AfterRenewal(TimeSpan remaining)
    {
        _pause = TimeSpan.Zero;
        if (remaining > _longest)
        {
            Grow(remaining);
        }

        var sleep = (remaining * 2 / 3) + (_grace / 3);
        return remaining <= _grace || remaining - sleep <= _grace ? null : sleep;
    }

    /// <summary>The pause after a renewal that failed with <paramref name="remaining"/> left; null: the grace has begun, fetch again.</summary>
    public TimeSpan? AfterFailure(TimeSpan remaining)
    {
        var untilGrace = remaining - _grace;
        if (untilGrace <= TimeSpan.Zero)
        {
            return null;
        }

        _pause = _pause == TimeSpan.Zero ? FirstPause : _pause * 2;
        _pause = _pause > LongestPause ? LongestPause : _pause;
        var jittered = _pause * (0.75 + (_chance() / 4));
        return jittered < untilGrace ? jittered : untilGrace;
    }

    private void Grow(TimeSpan lease)
    {
        _longest = lease;
        _grace = lease * (0.1 + (_chance() / 10));
    }
}
