using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Injector.Contracts.Webhook;
using Injector.Webhook.Monitoring;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Certificates.SelfSigned;

/// <summary>
/// Does what an API server does: calls the own Service over TLS and trusts nothing but the published bundle. It tells about Services, network
/// policies and bundles that do not fit; it does not decide about readiness, since a replica may be in order while the Service leads elsewhere.
/// </summary>
internal sealed class SelfTest
{
    /// <summary>How often it is done.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly Uri _service;
    private readonly Func<string> _bundle;
    private readonly BundleMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private bool _failedBefore;

    public SelfTest(Uri service, Func<string> bundle, BundleMetrics metrics, TimeProvider time, ILogger log)
    {
        _service = service;
        _bundle = bundle;
        _metrics = metrics;
        _time = time;
        _log = log;
    }

    /// <summary>The address of the Service among the names of the certificate; null when none looks like one.</summary>
    /// <param name="hosts">The names.</param>
    public static Uri? ServiceAmong(IReadOnlyList<string> hosts) =>
        hosts.Where(static host => host.EndsWith(".svc", StringComparison.Ordinal)).MaxBy(static host => host.Length) is { } name ? new Uri($"https://{name}") : null;

    /// <summary>Tests until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await RunOnceAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    /// <summary>Tests once.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var reason = await TryCallAsync(cancellationToken);
        _metrics.SelfTest = reason is null ? SelfTestResult.Succeeded : SelfTestResult.Failed;
        if (reason is not null)
        {
            Log.SelfTestFailed(_log, _service, reason);
        }
        else if (_failedBefore)
        {
            Log.SelfTestSucceeded(_log, _service);
        }

        _failedBefore = reason is not null;
    }

    private async Task<string?> TryCallAsync(CancellationToken cancellationToken)
    {
        if (TryReadBundle() is not { } policy)
        {
            return "no bundle is published yet";
        }

        using var handler = new SocketsHttpHandler { UseProxy = false, SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } };
        using var http = new HttpClient(handler);
        using var deadline = new CancellationTokenSource(Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var answer = await http.GetAsync(new Uri(_service, WebhookPaths.Live), either.Token);
            return answer.IsSuccessStatusCode ? null : $"status {(int)answer.StatusCode}";
        }
        catch (HttpRequestException fault)
        {
            return fault.HttpRequestError.ToString();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no answer within {Timeout.TotalSeconds} s";
        }
    }

    private X509ChainPolicy? TryReadBundle()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        try
        {
            policy.CustomTrustStore.ImportFromPem(_bundle());
        }
        catch (CryptographicException)
        {
            return null;
        }

        return policy.CustomTrustStore.Count > 0 ? policy : null;
    }
}
