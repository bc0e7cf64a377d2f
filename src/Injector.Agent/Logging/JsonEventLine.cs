using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Injector.Contracts.Logging;

namespace Injector.Agent.Logging;

/// <summary>An event in the reference's JSON format. Apart from the other format: only who writes JSON pays for its encoder at the start.</summary>
internal static class JsonEventLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(ArrayBufferWriter<byte> buffer, DateTimeOffset time, EventLevel level, string module, string message, ReadOnlySpan<EventField> fields)
    {
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("@level"u8, Name(level));
            json.WriteString("@message"u8, message);
            json.WriteString("@module"u8, module);
            json.WriteString("@timestamp"u8, time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
            foreach (var field in fields)
            {
                json.WriteString(field.Name, field.Value);
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
    }

    private static string Name(EventLevel level) => level switch
    {
        EventLevel.Trace => "trace",
        EventLevel.Debug => "debug",
        EventLevel.Info => "info",
        EventLevel.Warn => "warn",
        _ => "error",
    };
}
