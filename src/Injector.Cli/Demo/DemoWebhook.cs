using System.Net;
using System.Net.Sockets;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Certificates;
using Injector.Sandbox.Pods.Processes;

namespace Injector.Cli.Demo;

/// <summary>The webhook's process, with a certificate made for this run.</summary>
internal sealed class DemoWebhook : IAsyncDisposable
{
    private readonly TetheredProcess _process;
    private readonly ServerCertificate _certificate;

    private DemoWebhook(TetheredProcess process, ServerCertificate certificate, int port)
    {
        _process = process;
        _certificate = certificate;
        Endpoint = new Uri($"https://127.0.0.1:{port}/mutate");
    }

    /// <summary>Where the API server would send reviews.</summary>
    public Uri Endpoint { get; }

    /// <summary>What the API server would find in <c>caBundle</c>.</summary>
    public string CaBundlePem => _certificate.AuthorityPem;

    /// <summary>Starts the process and waits until it is ready.</summary>
    /// <param name="settings">Where its binary is.</param>
    /// <param name="vault">The server the agents are to use.</param>
    /// <param name="console">Says what happens.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The running webhook.</returns>
    public static async Task<DemoWebhook> StartAsync(DemoSettings settings, DemoVault vault, DemoConsole console, TimeProvider time, CancellationToken cancellationToken)
    {
        var certificate = new ServerCertificate(time);
        var port = FreePort();
        var started = time.GetTimestamp();
        var process = await TetheredProcess.StartAsync(settings.Webhook.FullName, Arguments(settings, vault, certificate, port), time);
        var webhook = new DemoWebhook(process, certificate, port);
        try
        {
            await webhook.WaitUntilReadyAsync(time, cancellationToken);
        }
        catch
        {
            await webhook.DisposeAsync();
            throw;
        }

        console.Good($"Ready after {time.GetElapsedTime(started).TotalMilliseconds:F0} ms on {webhook.Endpoint}, with a certificate from files and no Kubernetes API.");
        return webhook;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _certificate.Dispose();
    }

    private static IEnumerable<string> Arguments(DemoSettings settings, DemoVault vault, ServerCertificate certificate, int port)
    {
        yield return "agent-inject";
        yield return $"-listen=127.0.0.1:{port}";
        yield return $"-tls-cert-file={certificate.CertificateFile}";
        yield return $"-tls-key-file={certificate.KeyFile}";
        yield return $"-vault-address={vault.Address.GetLeftPart(UriPartial.Authority)}";
        yield return "-shutdown-delay=0s";
        yield return $"-sidecar-mode={settings.SidecarMode}";
        if (vault.CaCertificatePem is { } pem)
        {
            yield return $"-vault-cacert-bytes={pem}";
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilReadyAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(PinnedRoot.Handler(CaBundlePem));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5), time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (_process.Exited.IsCompleted)
            {
                throw new DemoFailure($"The webhook ended with {await _process.Exited}: {string.Join('\n', _process.LastLines)}");
            }

            try
            {
                using var response = await http.GetAsync(new Uri(Endpoint, "/health/ready"), cancellationToken);
                if (response.StatusCode == HttpStatusCode.NoContent)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
                continue;
            }
        }
    }
}
