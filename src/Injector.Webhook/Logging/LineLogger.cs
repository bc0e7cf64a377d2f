using System.Buffers;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Logging;

/// <summary>Formats an event and hands the line on.</summary>
internal sealed class LineLogger : ILogger
{
    private const int InitialCapacity = 8 * 1024;

    // A line is made and handed on without a pause, so a thread needs one buffer for all of its lines.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _line;

    private readonly string _category;
    private readonly LogTarget _target;
    private readonly ILineFormat _format;
    private readonly TimeProvider _time;

    public LineLogger(string category, LogTarget target, ILineFormat format, TimeProvider time)
    {
        _category = category;
        _target = target;
        _format = format;
        _time = time;
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var fields = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        var line = _line ??= new ArrayBufferWriter<byte>(InitialCapacity);
        line.ResetWrittenCount();
        _format.Write(line, new LogEvent(_time.GetUtcNow(), logLevel, _category, eventId.Id, formatter(state, exception), fields, exception));
        line.Write("\n"u8);
        _target.Write(line.WrittenSpan);
    }
}
