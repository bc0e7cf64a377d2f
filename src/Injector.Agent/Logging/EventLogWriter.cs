using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Injector.Contracts.Logging;

namespace Injector.Agent.Logging;

/// <summary>Writes one line per event in the reference's words and formats, so that existing log pipelines go on working.</summary>
internal sealed class EventLogWriter(IReadOnlyList<Stream> outputs, LogFormat format, EventLevel level, TimeProvider time) : IEventLog
{
    private const string Root = "agent";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
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
                WriteJson(level, source, message, fields);
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

    private void WriteJson(EventLevel level, string source, string message, ReadOnlySpan<EventField> fields)
    {
        using (var json = new Utf8JsonWriter(_buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("@level"u8, Name(level));
            json.WriteString("@message"u8, message);
            json.WriteString("@module"u8, $"{Root}.{source}");
            json.WriteString("@timestamp"u8, time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
            foreach (var field in fields)
            {
                json.WriteString(field.Name, field.Value);
            }

            json.WriteEndObject();
        }

        _buffer.Write("\n"u8);
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

    private static string Name(EventLevel level) => level switch
    {
        EventLevel.Trace => "trace",
        EventLevel.Debug => "debug",
        EventLevel.Info => "info",
        EventLevel.Warn => "warn",
        _ => "error",
    };

    private static string Tag(EventLevel level) => level switch
    {
        EventLevel.Trace => "[TRACE]",
        EventLevel.Debug => "[DEBUG]",
        EventLevel.Info => "[INFO] ",
        EventLevel.Warn => "[WARN] ",
        _ => "[ERROR]",
    };
}
