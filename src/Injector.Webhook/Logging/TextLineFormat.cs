using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Logging;

/// <summary><c>2026-11-25T07:10:20.123Z [INFO]  handler: message</c>.</summary>
internal sealed class TextLineFormat : ILineFormat
{
    public void Write(IBufferWriter<byte> output, in LogEvent entry)
    {
        var text = new StringBuilder(256)
            .Append(CultureInfo.InvariantCulture, $"{entry.Time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} ")
            .Append(Label(entry.Level))
            .Append(entry.Category)
            .Append(": ");
        AppendOneLine(text, entry.Message);
        if (entry.Exception is { } fault)
        {
            text.Append(" exception=").Append(fault.GetType().FullName).Append(" at=");
            AppendOneLine(text, fault.StackTrace ?? "unknown");
        }

        Encoding.UTF8.GetBytes(text.ToString(), output);
    }

    // The words and widths of the reference injector's log library.
    private static string Label(LogLevel level) => level switch
    {
        LogLevel.Trace => "[TRACE] ",
        LogLevel.Debug => "[DEBUG] ",
        LogLevel.Information => "[INFO]  ",
        LogLevel.Warning => "[WARN]  ",
        _ => "[ERROR] ",
    };

    // One event is one line, whatever a caller put into a name.
    private static void AppendOneLine(StringBuilder text, string value)
    {
        foreach (var character in value)
        {
            text.Append(char.IsControl(character) ? ' ' : character);
        }
    }
}
