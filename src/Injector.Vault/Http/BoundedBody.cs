using System.IO.Compression;
using System.Security.Cryptography;

namespace Injector.Vault.Http;

/// <summary>Reads a body into memory, but never more than <see cref="ResponseLimits.MaxBodyBytes"/>, counted after a gzip coding was undone.</summary>
public static class BoundedBody
{
    private const int FirstBuffer = 4096;

    /// <summary>Reads a body.</summary>
    /// <param name="content">The answer's content.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The body; null when it is too long.</returns>
    /// <exception cref="InvalidDataException">The coding is not what the header says.</exception>
    public static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var isCoded = content.Headers.ContentEncoding.Contains("gzip", StringComparer.OrdinalIgnoreCase);
        var announced = isCoded ? null : content.Headers.ContentLength;
        if (announced > ResponseLimits.MaxBodyBytes)
        {
            return null;
        }

        await using var raw = await content.ReadAsStreamAsync(cancellationToken);
        await using var stream = isCoded ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        var buffer = new byte[announced is > 0 ? (int)announced : FirstBuffer];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length == announced)
                {
                    return buffer;
                }

                if (length >= ResponseLimits.MaxBodyBytes)
                {
                    return null;
                }

                buffer = Resize(buffer, length, Math.Min(length * 2, ResponseLimits.MaxBodyBytes + 1));
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return length == buffer.Length ? buffer : Resize(buffer, length, length);
            }

            length += read;
        }
    }

    // Array.Resize would leave the old copy of a secret behind.
    private static byte[] Resize(byte[] buffer, int length, int size)
    {
        var larger = new byte[size];
        buffer.AsSpan(0, length).CopyTo(larger);
        CryptographicOperations.ZeroMemory(buffer);
        return larger;
    }
}
