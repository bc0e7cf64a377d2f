namespace Injector.Contracts.Logging;

/// <summary>
/// What is broken and was said already, shared by the parts of a process: a server that is away breaks login, reads and renewals at once, and is
/// said by the first that meets it. May be used from any thread.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class StandingCauses(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long?> _said = new(StringComparer.Ordinal);

    /// <summary>Whether anything is broken, as far as was said.</summary>
    public bool Any
    {
        get
        {
            lock (_lock)
            {
                return _said.Count > 0;
            }
        }
    }

    /// <summary>Takes one more failure.</summary>
    /// <param name="cause">Equal for failures with one reason; null: nothing else fails for this reason.</param>
    /// <returns>Whether to say it now: it is new, or was last said <see cref="FaultCadence.Reminder"/> ago.</returns>
    public bool IsDue(string? cause)
    {
        if (cause is null)
        {
            return true;
        }

        lock (_lock)
        {
            if (_said.TryGetValue(cause, out var saidAt) && (saidAt is not { } at || time.GetElapsedTime(at) < FaultCadence.Reminder))
            {
                return false;
            }

            _said[cause] = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>Keeps a cause unsaid until it ends, because it follows from what is known or under way.</summary>
    /// <param name="cause">The cause.</param>
    public void Expect(string cause)
    {
        lock (_lock)
        {
            _said[cause] = null;
        }
    }

    /// <summary>It is over: the next failure of this kind is new.</summary>
    /// <param name="cause">The cause; null does nothing.</param>
    public void End(string? cause)
    {
        if (cause is not null)
        {
            lock (_lock)
            {
                _said.Remove(cause);
            }
        }
    }

    /// <summary>Everything works again.</summary>
    public void EndAll()
    {
        lock (_lock)
        {
            _said.Clear();
        }
    }
}
