using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Injector.Agent.Local;

/// <summary>Asks the running agent.</summary>
internal sealed class ControlClient(string socketPath)
{
    private const int MaxAnswerBytes = 4 * 1024 * 1024;

    /// <returns>Status and body; null when no agent listens.</returns>
    public async Task<(int Status, string Body)?> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancellationToken);
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: agent\r\n\r\n"), cancellationToken);
            var answer = new ArrayBufferWriter<byte>(4096);
            int read;
            while ((read = await stream.ReadAsync(answer.GetMemory(4096), cancellationToken)) > 0 && answer.WrittenCount < MaxAnswerBytes)
            {
                answer.Advance(read);
            }

            return Parse(Encoding.UTF8.GetString(answer.WrittenSpan));
        }
        catch (SocketException)
        {
            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static (int Status, string Body)? Parse(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end > 12 && int.TryParse(answer.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? (status, answer[(end + 4)..])
            : null;
    }
}
