namespace Injector.Kube.Api;

/// <summary>Growing pauses with jitter, from half a second to ten seconds: the repair of caBundle must go on within seconds of the API server's return.</summary>
public sealed class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly Func<double> _chance;
    private int _failures;

    /// <summary>Starts with the shortest pause.</summary>
    /// <param name="chance">A number from 0 to 1.</param>
    public Backoff(Func<double> chance) => _chance = chance;

    /// <summary>The last attempt succeeded.</summary>
    public void Reset() => _failures = 0;

    /// <summary>The pause after one more failure: between the half and the whole of a time that doubles.</summary>
    public TimeSpan Next()
    {
        var whole = Math.Min(First.TotalSeconds * Math.Pow(2, _failures), Longest.TotalSeconds);
        _failures = Math.Min(_failures + 1, 16);
        return TimeSpan.FromSeconds(whole * (0.5 + (_chance() / 2)));
    }
}
