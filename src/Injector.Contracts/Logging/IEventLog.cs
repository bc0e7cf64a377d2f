namespace Injector.Contracts.Logging;

/// <summary>Where the agent's libraries say what happens; the host writes one line per event.</summary>
public interface IEventLog
{
    /// <summary>Whether events of this level are written; ask before building costly fields.</summary>
    /// <param name="level">The level.</param>
    /// <returns>True when they are.</returns>
    bool IsEnabled(EventLevel level);

    /// <summary>Writes one event.</summary>
    /// <param name="level">Its level.</param>
    /// <param name="source">The part that speaks, for example <c>auth.handler</c>; shown below the process's name.</param>
    /// <param name="message">Plain sentence without values.</param>
    /// <param name="fields">The values.</param>
    void Write(EventLevel level, string source, string message, params ReadOnlySpan<EventField> fields);
}
