using Injector.Contracts.Logging;

namespace Injector.Rendering.Tests.Fakes;

internal sealed class FakeLog : IEventLog
{
    public List<string> Lines { get; } = [];

    public bool IsEnabled(EventLevel level) => true;

    public void Write(EventLevel level, string source, string message, params ReadOnlySpan<EventField> fields)
    {
        var line = $"{level} {message}";
        foreach (var field in fields)
        {
            line += $" {field.Name}={field.Value}";
        }

        Lines.Add(line);
    }

    public int Count(string part) => Lines.Count(line => line.Contains(part, StringComparison.Ordinal));
}
