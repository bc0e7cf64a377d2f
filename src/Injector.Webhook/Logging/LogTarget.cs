namespace Injector.Webhook.Logging;

/// <summary>Where finished lines go: whole, one at a time.</summary>
internal sealed class LogTarget
{
    private readonly Stream _stream;
    private readonly Lock _turn = new();

    public LogTarget(Stream stream) => _stream = stream;

    public void Write(ReadOnlySpan<byte> line)
    {
        lock (_turn)
        {
            try
            {
                _stream.Write(line);
                _stream.Flush();
            }
            catch (IOException)
            {
                // Nobody reads the log any more. Answering admissions is more important than telling about it.
                return;
            }
        }
    }
}
