using System.Buffers;
using System.Globalization;
using System.Text;
using Injector.Contracts.Logging;

namespace Injector.Agent.Logging;

/// <summary>Writes one line per event in the reference's words and formats, so that existing log pipelines go on working.</summary>
internal sealed class EventLogWriter(IReadOnlyList<Stream> outputs, LogFormat format, EventLevel level, TimeProvider time) : IEventLog
{
    private const string Root = "agent";
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(" \"=\t\r\n");
    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private volatile EventLevel _level = level;

    /// <summary>The lowest level that is written; a reload may change it.</summary>
    public EventLevel Level
    {
        get => _level;
        set => _level = value;
    }

    public bool IsEnabled(EventLevel level) => level >= _level;

    public void Write(EventLevel level, string source, string message, params ReadOnlySpan<EventField> fields)
    {
        if (!IsEnabled(level))
        {
            return;
        }

        lock (_lock)
        {
            _buffer.ResetWrittenCount();
            if (format == LogFormat.Json)
            {
                JsonEventLine.Write(_buffer, time.GetUtcNow(), level, $"{Root}.{source}", message, fields);
            }
            else
            {
                WriteStandard(level, source, message, fields);
            }

            foreach (var output in outputs)
            {
                WriteTo(output);
            }
        }
    }

    private void WriteTo(Stream output)
    {
        try
        {
            output.Write(_buffer.WrittenSpan);
            output.Flush();
        }
        catch (IOException)
        {
            // Nobody reads any more; the agent's work does not depend on its log.
        }
    }

    private void WriteStandard(EventLevel level, string source, string message, ReadOnlySpan<EventField> fields)
    {
        var line = new StringBuilder(160);
        line.Append(time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        line.Append(' ').Append(Tag(level)).Append(' ').Append(Root).Append('.').Append(source).Append(": ").Append(OneLine(message));
        var separator = ": ";
        foreach (var field in fields)
        {
            line.Append(separator).Append(field.Name).Append('=').Append(Quote(field.Value));
            separator = " ";
        }

        line.Append('\n');
        foreach (var chunk in line.GetChunks())
        {
            Encoding.UTF8.GetBytes(chunk.Span, _buffer);
        }
    }

    private static string Quote(string value) =>
        value.Length == 0 || value.AsSpan().ContainsAny(NeedQuotes) ? $"\"{OneLine(value).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : value;

    // A line break from outside must not be able to fake a second event.
    private static string OneLine(string text) =>
        text.AsSpan().ContainsAny('\r', '\n') ? text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) : text;

    private static string Tag(EventLevel level) => level switch
    {
        EventLevel.Trace => "[TRACE]",
        EventLevel.Debug => "[DEBUG]",
        EventLevel.Info => "[INFO] ",
        EventLevel.Warn => "[WARN] ",
        _ => "[ERROR]",
    };
}
