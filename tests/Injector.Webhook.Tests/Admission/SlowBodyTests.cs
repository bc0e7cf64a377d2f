using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Injector.Contracts.Webhook;
using Injector.Webhook.Tests.Hosting;

namespace Injector.Webhook.Tests.Admission;

public sealed class SlowBodyTests
{
    [Fact]
    public async Task H4_Rejects_BodyThatDoesNotArrive()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var webhook = await RunningWebhook.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, webhook.Address.Port, cancellationToken);
        await using var tls = new SslStream(socket.GetStream(), leaveInnerStreamOpen: false, webhook.Files.Accepts);
        await tls.AuthenticateAsClientAsync("localhost");
        await tls.WriteAsync("POST /mutate HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray(), cancellationToken);
        var answer = ReadLineAsync(tls, cancellationToken);

        while (!answer.IsCompleted)
        {
            // The request may not have reached its timer yet; the clock is advanced until it has run out.
            webhook.Time.Advance(WebhookLimits.BodyTimeout);
            await Task.Yield();
        }

        Assert.StartsWith("HTTP/1.1 408", await answer, StringComparison.Ordinal);
    }

    private static async Task<string> ReadLineAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        return await reader.ReadLineAsync(cancellationToken) ?? string.Empty;
    }
}
