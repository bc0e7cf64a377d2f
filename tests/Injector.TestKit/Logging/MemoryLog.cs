using Injector.Contracts.Logging;

namespace Injector.TestKit.Logging;

/// <summary>An event log that keeps its events as lines, for tests that read them.</summary>
public sealed class MemoryLog : IEventLog
{
    private readonly List<string> _lines = [];
    private readonly Lock _lock = new();

    /// <summary>Level, source, message and fields of each event, in order.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    /// <inheritdoc/>
    public bool IsEnabled(EventLevel level) => true;

    /// <inheritdoc/>
    public void Write(EventLevel level, string source, string message, params ReadOnlySpan<EventField> fields)
    {
        var line = $"{level} {source} {message}";
        foreach (var field in fields)
        {
            line += $" {field.Name}={field.Value}";
        }

        lock (_lock)
        {
            _lines.Add(line);
        }
    }
}
