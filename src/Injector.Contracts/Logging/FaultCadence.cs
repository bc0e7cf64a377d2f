namespace Injector.Contracts.Logging;

/// <summary>Decides when a fault that repeats is said: at once when it is new or of another kind, then at most every minute.</summary>
/// <param name="time">The clock.</param>
public sealed class FaultCadence(TimeProvider time)
{
    /// <summary>How often a fault that stays is said again.</summary>
    public static readonly TimeSpan Reminder = TimeSpan.FromMinutes(1);

    private string? _code;
    private long _saidAt;

    /// <summary>Takes one more failure.</summary>
    /// <param name="code">What it is.</param>
    /// <returns>Whether to say it now.</returns>
    public bool IsDue(string code)
    {
        if (code == _code && time.GetElapsedTime(_saidAt) < Reminder)
        {
            return false;
        }

        _code = code;
        _saidAt = time.GetTimestamp();
        return true;
    }

    /// <summary>It works again: the next failure is new.</summary>
    public void Reset() => _code = null;
}
