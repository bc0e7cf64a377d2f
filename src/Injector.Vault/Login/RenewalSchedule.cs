namespace Injector.Vault.Login;

/// <summary>
/// When a token or a lease is renewed and when it is given up. Grace is a random 10 to 20 % of the longest lease seen; renewals happen after two thirds
/// of the lease and a third of the grace (about 70 %); once a lease no longer grows, its last part down to the grace is used up first.
/// </summary>
/// <param name="chance">Numbers from 0 up to 1.</param>
public sealed class RenewalSchedule(Func<double> chance)
{
    private const double FixedGrace = 0.1;
    private const double RandomGrace = 0.1;
    private TimeSpan _longest;
    private TimeSpan _grace;

    /// <summary>Plans the next step after the server gave <paramref name="lease"/>.</summary>
    /// <param name="lease">Remaining life.</param>
    /// <param name="renewable">Whether it can be renewed.</param>
    /// <returns>What to do and how long to wait before.</returns>
    public RenewalStep Plan(TimeSpan lease, bool renewable)
    {
        if (lease > _longest)
        {
            _longest = lease;
            _grace = lease * (FixedGrace + (RandomGrace * chance()));
        }

        if (lease <= _grace)
        {
            return new RenewalStep(TimeSpan.Zero, RenewalAction.Replace, TimeSpan.Zero);
        }

        var untilGrace = lease - _grace;
        var pause = (lease * 2 / 3) + (_grace / 3);
        return renewable && lease - pause > _grace
            ? new RenewalStep(pause, RenewalAction.Renew, untilGrace)
            : new RenewalStep(untilGrace, RenewalAction.Replace, untilGrace);
    }
}
