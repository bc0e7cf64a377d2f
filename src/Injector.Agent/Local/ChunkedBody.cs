using System.Globalization;
using System.Text;

namespace Injector.Agent.Local;

/// <summary>
/// Reads a body that comes in chunks, as clients send one whose length they do not know beforehand. Bytes behind its end are left alone: a
/// connection carries one request.
/// </summary>
internal sealed class ChunkedBody(Stream stream, ReadOnlyMemory<byte> begun, int most)
{
    private const int MaxLine = 256;
    private const int MaxTrailers = 32;

    private readonly byte[] _buffer = new byte[4096];
    private ReadOnlyMemory<byte> _rest = begun;

    /// <returns>The body, or the status of its refusal.</returns>
    public async Task<(byte[]? Body, int Refusal)> ReadAsync(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (true)
        {
            if (await ReadLineAsync(cancellationToken) is not { } line
                || !int.TryParse(line.AsSpan(0, line.IndexOf(';') is >= 0 and var mark ? mark : line.Length).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size)
                || size < 0)
            {
                return (null, 400);
            }

            if (size == 0)
            {
                return await SkipTrailersAsync(cancellationToken) ? (body.ToArray(), 0) : (null, 400);
            }

            if (size > most - body.Length)
            {
                return (null, 413);
            }

            await CopyAsync(body, size, cancellationToken);
            if (await ReadLineAsync(cancellationToken) is not "")
            {
                return (null, 400);
            }
        }
    }

    private async Task<bool> SkipTrailersAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < MaxTrailers; i++)
        {
            switch (await ReadLineAsync(cancellationToken))
            {
                case null:
                    return false;
                case "":
                    return true;
            }
        }

        return false;
    }

    private async Task CopyAsync(MemoryStream body, int size, CancellationToken cancellationToken)
    {
        while (size > 0)
        {
            await FillAsync(cancellationToken);
            var part = _rest[..Math.Min(size, _rest.Length)];
            body.Write(part.Span);
            _rest = _rest[part.Length..];
            size -= part.Length;
        }
    }

    // Null: the line is longer than any that makes sense.
    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (line.Length < MaxLine)
        {
            await FillAsync(cancellationToken);
            var letter = (char)_rest.Span[0];
            _rest = _rest[1..];
            if (letter == '\n')
            {
                return line is [.., '\r'] ? line.ToString(0, line.Length - 1) : line.ToString();
            }

            line.Append(letter);
        }

        return null;
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        if (_rest.IsEmpty)
        {
            var read = await stream.ReadAsync(_buffer, cancellationToken);
            _rest = read > 0 ? _buffer.AsMemory(0, read) : throw new EndOfStreamException();
        }
    }
}
