using System.Globalization;
using System.Text;

namespace Injector.Agent.Local;

/// <summary>Reads a request of HTTP/1.x within limits.</summary>
internal static class LocalRequestReader
{
    public const int MaxHeaderBytes = 8 * 1024;

    public const int MaxBodyBytes = 4 * 1024 * 1024;

    /// <summary>Reads a request; <paramref name="headIsRead"/> gives the body a time limit of its own.</summary>
    /// <returns>The request, or the status of its refusal.</returns>
    public static async Task<(LocalRequest? Request, int Refusal)> ReadAsync(Stream stream, Action headIsRead, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxHeaderBytes];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                return (null, 431);
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return (null, 400);
            }

            length += read;
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                headIsRead();
                return Parse(Encoding.Latin1.GetString(buffer, 0, end)) is { } request
                    ? await ReadBodyAsync(stream, request, buffer.AsMemory(end + 4, length - end - 4), cancellationToken)
                    : (null, 400);
            }
        }
    }

    private static async Task<(LocalRequest? Request, int Refusal)> ReadBodyAsync(
        Stream stream, LocalRequest request, ReadOnlyMemory<byte> begun, CancellationToken cancellationToken)
    {
        if (request.Headers.TryGetValue("Transfer-Encoding", out var coding))
        {
            // Both headers at once is how one request is smuggled inside another.
            if (!coding.Equals("chunked", StringComparison.OrdinalIgnoreCase) || request.Headers.ContainsKey("Content-Length"))
            {
                return (null, 411);
            }

            var (chunks, refusal) = await new ChunkedBody(stream, begun, MaxBodyBytes).ReadAsync(cancellationToken);
            return chunks is null ? (null, refusal) : (request with { Body = chunks }, 0);
        }

        if (!request.Headers.TryGetValue("Content-Length", out var text))
        {
            return (request, 0);
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size < begun.Length)
        {
            return (null, 400);
        }

        if (size > MaxBodyBytes)
        {
            return (null, 413);
        }

        var body = new byte[size];
        begun.CopyTo(body);
        await stream.ReadExactlyAsync(body.AsMemory(begun.Length), cancellationToken);
        return (request with { Body = body }, 0);
    }

    private static LocalRequest? Parse(string text)
    {
        var lines = text.Split("\r\n");
        if (lines[0].Split(' ') is not [[_, ..] method, ['/', ..] target, var version] || !method.All(char.IsAsciiLetter) || !version.StartsWith("HTTP/1.", StringComparison.Ordinal))
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                return null;
            }

            headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return new LocalRequest(method, mark < 0 ? target : target[..mark], mark < 0 ? "" : target[(mark + 1)..], headers);
    }
}
