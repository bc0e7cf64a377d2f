using System.Buffers;

namespace Injector.Webhook.Logging;

/// <summary>One of the forms a log line can have.</summary>
internal interface ILineFormat
{
    void Write(IBufferWriter<byte> output, in LogEvent entry);
}
