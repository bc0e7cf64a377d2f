using System.Buffers;
using System.Collections.Concurrent;

namespace Injector.Webhook.Admission;

/// <summary>Buffers for answers, used again and again. An answer of 20 KB would otherwise be garbage of the second generation under load.</summary>
internal sealed class AnswerBuffers
{
    private const int InitialCapacity = 32 * 1024;
    private const int MaxKept = 32;
    private const int MaxKeptCapacity = 256 * 1024;

    private readonly ConcurrentQueue<ArrayBufferWriter<byte>> _free = new();

    public ArrayBufferWriter<byte> Take() => _free.TryDequeue(out var buffer) ? buffer : new ArrayBufferWriter<byte>(InitialCapacity);

    public void Return(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity <= MaxKeptCapacity && _free.Count < MaxKept)
        {
            buffer.ResetWrittenCount();
            _free.Enqueue(buffer);
        }
    }
}
