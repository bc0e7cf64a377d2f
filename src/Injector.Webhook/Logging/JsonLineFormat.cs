using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Logging;

/// <summary>One JSON object per line, with the member names of the reference injector's log library and the event's own fields.</summary>
internal sealed class JsonLineFormat : ILineFormat
{
    private const string OriginalFormat = "{OriginalFormat}";
    private const string TimestampFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    // Used again by the thread's next line.
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    public void Write(IBufferWriter<byte> output, in LogEvent entry)
    {
        var json = _writer ??= new Utf8JsonWriter(output);
        json.Reset(output);
        json.WriteStartObject();
        json.WriteString("@timestamp"u8, entry.Time.UtcDateTime.ToString(TimestampFormat, CultureInfo.InvariantCulture));
        json.WriteString("@level"u8, Word(entry.Level));
        json.WriteString("@module"u8, entry.Category);
        json.WriteString("@message"u8, entry.Message);
        json.WriteNumber("event"u8, entry.Id);
        foreach (var (name, value) in entry.Fields)
        {
            if (name != OriginalFormat)
            {
                json.WritePropertyName(_names.GetOrAdd(name, JsonNamingPolicy.SnakeCaseLower.ConvertName));
                WriteValue(json, value);
            }
        }

        if (entry.Exception is { } fault)
        {
            json.WriteString("exception"u8, fault.GetType().FullName);
            json.WriteString("at"u8, fault.StackTrace);
        }

        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        _ => "error",
    };
}
