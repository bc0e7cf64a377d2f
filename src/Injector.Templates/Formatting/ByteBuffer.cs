using System.Buffers;
using System.Text;

namespace Injector.Templates.Formatting;

/// <summary>
/// Bytes that grow at their end, up to a limit: what goes beyond is dropped and remembered. The array comes from the shared pool; give it back with
/// <see cref="Dispose"/>.
/// </summary>
internal sealed class ByteBuffer : IDisposable
{
    // Where nobody says otherwise: a template must not be able to fill the memory.
    private const int DefaultLimit = 64 * 1024 * 1024;

    private readonly int _limit;
    private byte[] _bytes;

    public ByteBuffer(int capacity = 256)
        : this(capacity, DefaultLimit)
    {
    }

    public ByteBuffer(int capacity, int limit)
    {
        _bytes = ArrayPool<byte>.Shared.Rent(capacity);
        _limit = limit;
    }

    public int Length { get; private set; }

    /// <summary>Whether something was dropped because of the limit.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Says that the writer gave up: the content is not complete.</summary>
    public void Abandon() => Overflowed = true;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Append(byte value)
    {
        if (Length < _bytes.Length || TryGrow(1))
        {
            _bytes[Length++] = value;
        }
    }

    public void Append(char ascii) => Append((byte)ascii);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length - Length >= bytes.Length || TryGrow(bytes.Length))
        {
            bytes.CopyTo(_bytes.AsSpan(Length));
            Length += bytes.Length;
        }
    }

    public void Append(string text)
    {
        var size = Encoding.UTF8.GetByteCount(text);
        if (_bytes.Length - Length >= size || TryGrow(size))
        {
            Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
        }
    }

    public void Append(Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[4];
        Append(utf8[..rune.EncodeToUtf8(utf8)]);
    }

    public void AppendRepeated(byte value, int count)
    {
        if (_bytes.Length - Length >= count || TryGrow(count))
        {
            _bytes.AsSpan(Length, count).Fill(value);
            Length += count;
        }
    }

    /// <summary>Forgets everything after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length) => Length = length;

    public byte[] ToArray() => Written.ToArray();

    public void Dispose()
    {
        // Rendered text is secret: do not leave it in the pool.
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = [];
        Length = 0;
    }

    private bool TryGrow(int needed)
    {
        // The array may be somewhat larger than the limit; growing beyond it is refused.
        if (needed > _limit - Length)
        {
            Overflowed = true;
            return false;
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(_bytes.Length * 2L, Length + needed), Array.MaxLength));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = larger;
        return true;
    }
}
