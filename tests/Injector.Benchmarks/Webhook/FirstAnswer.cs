using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Injector.Benchmarks.Webhook;

/// <summary>
/// Waits until a webhook says that it is ready over TLS, with a certificate that the published bundle trusts: what an API server would take. It takes
/// little of the machine meanwhile: a refused connection is no exception, and a connection is kept while the webhook is not ready yet.
/// </summary>
internal static class FirstAnswer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);
    private static readonly byte[] Question = Encoding.ASCII.GetBytes("GET /health/ready HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");

    public static async Task WaitAsync(int port, BenchmarkCluster cluster)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        do
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            if (cluster.Bundle is { Length: > 0 } bundle && await IsListeningAsync(socket, port) && await IsReadyAsync(socket, bundle, timer, patience.Token))
            {
                return;
            }
        }
        while (await timer.WaitForNextTickAsync(patience.Token));
    }

    private static async Task<bool> IsListeningAsync(Socket socket, int port)
    {
        using var attempt = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint(IPAddress.Loopback, port) };
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        attempt.Completed += (_, _) => ended.SetResult();
        if (socket.ConnectAsync(attempt))
        {
            await ended.Task;
        }

        return attempt.SocketError == SocketError.Success;
    }

    private static async Task<bool> IsReadyAsync(Socket socket, string bundle, PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new SslStream(new NetworkStream(socket));
            await stream.AuthenticateAsClientAsync(Handshake(bundle), cancellationToken);
            var answer = new byte[4096];
            while (true)
            {
                await stream.WriteAsync(Question, cancellationToken);
                var length = await stream.ReadAsync(answer, cancellationToken);
                if (length == 0 || answer.AsSpan(0, length).StartsWith("HTTP/1.1 204"u8))
                {
                    return length > 0;
                }

                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
        catch (Exception fault) when (fault is IOException or AuthenticationException)
        {
            return false;
        }
    }

    private static SslClientAuthenticationOptions Handshake(string bundle)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(bundle);
        return new SslClientAuthenticationOptions { TargetHost = "127.0.0.1", CertificateChainPolicy = policy };
    }
}
