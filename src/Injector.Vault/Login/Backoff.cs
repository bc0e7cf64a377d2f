namespace Injector.Vault.Login;

/// <summary>Growing pauses between failed attempts: the pause doubles up to a cap, each shortened by a random part of a quarter.</summary>
/// <param name="first">First pause.</param>
/// <param name="cap">Longest pause.</param>
/// <param name="chance">Numbers from 0 up to 1.</param>
public sealed class Backoff(TimeSpan first, TimeSpan cap, Func<double> chance)
{
    private const double RandomPart = 0.25;
    private TimeSpan? _next;

    /// <summary>The pause to make now.</summary>
    /// <returns>A duration of at most the cap.</returns>
    public TimeSpan Next()
    {
        var pause = _next ?? first;
        var doubled = pause >= cap / 2 ? cap : pause * 2;
        _next = doubled * (1 - (RandomPart * chance()));
        return pause;
    }

    /// <summary>Starts again with the first pause, after a success.</summary>
    public void Reset() => _next = null;
}
