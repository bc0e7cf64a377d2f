using Injector.Contracts.Logging;

namespace Injector.Agent.Tests.Fakes;

internal sealed class MemoryLog : IEventLog
{
    private readonly List<string> _lines = [];
    private readonly Lock _lock = new();

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

    public bool IsEnabled(EventLevel level) => true;

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
