using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using Injector.Sandbox.Pods.Specification;

namespace Injector.Sandbox.Pods.Life;

/// <summary>Carries out what hooks and probes ask for.</summary>
internal sealed class ContainerActions(TimeProvider time) : IDisposable
{
    // One connection per probe.
    private readonly HttpClient _http = new(Handler()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Carries out one action.</summary>
    public async Task<ActionOutcome> RunAsync(ContainerAction action, string name, TimeSpan patience, ContainerAttempt attempt, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await RunAsync(action, attempt, stop.Token);
        }
        catch (OperationCanceledException)
        {
            return ActionOutcome.Failed(string.Create(CultureInfo.InvariantCulture, $"{name} timed out after {patience.TotalSeconds:0.###}s"));
        }
        catch (Exception error) when (error is HttpRequestException or SocketException)
        {
            return ActionOutcome.Failed(error.Message);
        }
    }

    public void Dispose() => _http.Dispose();

    [SuppressMessage("Security", "CA5359:Do Not Disable Certificate Validation", Justification = "As in a kubelet: a probe asks whether the pod answers, and gives nothing away.")]
    private static SocketsHttpHandler Handler() => new()
    {
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
    };

    private async Task<ActionOutcome> RunAsync(ContainerAction action, ContainerAttempt attempt, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case ContainerAction.Execute execute:
                var result = await attempt.ExecuteAsync(execute.Command, cancellationToken);
                return result.ExitCode == 0 ? ActionOutcome.Good : ActionOutcome.Failed((result.Output + result.Error).Trim());
            case ContainerAction.HttpGet get:
                return await GetAsync(get, cancellationToken);
            case ContainerAction.TcpConnect connect:
                using (var client = new TcpClient())
                {
                    await client.ConnectAsync(connect.Host, connect.PortNumber, cancellationToken);
                }

                return ActionOutcome.Good;
            case ContainerAction.Sleep sleep:
                await Task.Delay(sleep.Duration, time, cancellationToken);
                return ActionOutcome.Good;
            default:
                return ActionOutcome.Failed("the action is not known");
        }
    }

    private async Task<ActionOutcome> GetAsync(ContainerAction.HttpGet get, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, get.Address);
        request.Headers.TryAddWithoutValidation("User-Agent", "kube-probe/sandbox");
        foreach (var (name, value) in get.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var status = (int)response.StatusCode;
        return status is >= 200 and < 400
            ? ActionOutcome.Good
            : ActionOutcome.Failed(string.Create(CultureInfo.InvariantCulture, $"HTTP probe failed with statuscode: {status}"));
    }
}
