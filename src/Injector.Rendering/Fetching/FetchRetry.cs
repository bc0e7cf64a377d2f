namespace Injector.Rendering.Fetching;

/// <summary>How failed fetches are repeated.</summary>
public sealed record FetchRetry
{
    /// <summary>No two requests for one secret are closer than this.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(36500);

    /// <summary>Repetitions until a failure counts as final; -1: none.</summary>
    public int Attempts { get; init; } = 12;

    /// <summary>The first pause after a failure that time can heal; it doubles each time.</summary>
    public TimeSpan Base { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest pause after such a failure.</summary>
    public TimeSpan Cap { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long failures go on until they count as final: the pauses of all attempts together, about five minutes.</summary>
    public TimeSpan Patience
    {
        get
        {
            var total = TimeSpan.Zero;
            for (var failure = 1; failure <= Attempts; failure++)
            {
                var pause = Grown(Base, failure, Cap);
                if (pause >= Cap)
                {
                    // From here on all pauses are alike, and "as often as you can" may be billions of them.
                    var rest = Cap.TotalSeconds * (Attempts - failure + 1L);
                    return total + TimeSpan.FromSeconds(Math.Min(rest, Longest.TotalSeconds));
                }

                total += pause;
            }

            return total;
        }
    }

    /// <summary>The pause after a failure.</summary>
    /// <param name="failure">Which failure in a row, from 1.</param>
    /// <param name="kind">Whether time can heal it.</param>
    /// <param name="asked">What the server asked for; zero: nothing.</param>
    /// <param name="chance">Gives a number from 0 to 1.</param>
    internal TimeSpan Pause(int failure, FaultPersistence kind, TimeSpan asked, Func<double> chance)
    {
        // A refusal is confirmed once soon, because a lagging node refuses too; after that somebody has to act, and that takes time.
        var pause = (kind, failure) switch
        {
            (FaultPersistence.Transient, _) => Grown(Base, failure, Cap),
            (_, 1) => Grown(Base * 4, 1, Cap),
            _ => Grown(Base * 20, failure - 1, Cap * 2),
        };
        pause *= 0.75 + (chance() / 4);
        pause = pause > Shortest ? pause : Shortest;
        return asked > pause ? asked : pause;
    }

    private static TimeSpan Grown(TimeSpan first, int failure, TimeSpan cap)
    {
        var pause = first;
        for (var i = 1; i < failure && pause < cap; i++)
        {
            pause *= 2;
        }

        return pause < cap ? pause : cap;
    }
}
