using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Injector.Vault.Tests.Tls;

/// <summary>A server on a real socket that answers every request with the same bytes, or misbehaves.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _run;
    private readonly Func<X509Certificate2?> _certificate;
    private readonly Func<Stream, CancellationToken, Task> _answer;
    private readonly List<string?> _clients = [];

    public SocketServer(Func<X509Certificate2?> certificate, Func<Stream, CancellationToken, Task> answer)
    {
        _certificate = certificate;
        _answer = answer;
        _listener.Start();
        _run = RunAsync();
    }

    public int Port => Assert.IsType<IPEndPoint>(_listener.LocalEndpoint).Port;

    /// <summary>Subjects of the client certificates that were shown.</summary>
    public IReadOnlyList<string?> Clients => _clients;

    public static SocketServer Plain(string response) => new(() => null, (stream, cancellationToken) => AnswerAsync(stream, response, cancellationToken));

    public static SocketServer Tls(Func<X509Certificate2> certificate) =>
        new(certificate, (stream, cancellationToken) => AnswerAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}", cancellationToken));

    public static async Task AnswerAsync(Stream stream, string response, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        _ = await stream.ReadAsync(buffer, cancellationToken);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(response), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                await using var stream = client.GetStream();
                if (_certificate() is not { } certificate)
                {
                    await _answer(stream, _stop.Token);
                    return;
                }

                await using var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(
                    new SslServerAuthenticationOptions { ServerCertificate = certificate, ClientCertificateRequired = true, RemoteCertificateValidationCallback = Note },
                    _stop.Token);
                await _answer(tls, _stop.Token);
            }
        }
        catch (IOException)
        {
            // The client refused us, or has gone.
        }
        catch (System.Security.Authentication.AuthenticationException)
        {
            // The client refused us.
        }
        catch (OperationCanceledException)
        {
            // The test ends.
        }
    }

    private bool Note(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _clients.Add(certificate?.Subject);
        return errors is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateNotAvailable || certificate is not null;
    }
}
