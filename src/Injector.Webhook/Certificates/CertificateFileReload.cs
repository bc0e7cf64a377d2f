using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Certificates;

/// <summary>
/// Looks at the files again and again and takes up a changed pair. A pair that does not fit together (a writer between its two files) leaves the
/// former one in use.
/// </summary>
/// <remarks>Two small files are compared by content: the kubelet swaps symlinks, which no change time of the path tells about.</remarks>
internal sealed class CertificateFileReload : ICertificateSource
{
    /// <summary>How often the files are read. A renewed certificate has days of overlap, a handful of seconds does not matter.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly CertificateFiles _files;
    private readonly TlsState _state;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private CertificatePair? _seen;

    public CertificateFileReload(CertificateFiles files, TlsState state, TimeProvider time, ILogger log)
    {
        _files = files;
        _state = state;
        _time = time;
        _log = log;
    }

    /// <inheritdoc/>
    public Diagnostic? Start()
    {
        if (!_files.TryRead(out var pair, out var reason))
        {
            return Catalogue.Webhook.UnreadableFile.For(WebhookOptionTable.TlsCertFile.Name, WebhookOptionTable.TlsCertFile.Name, _files.CertificateFile, reason);
        }

        _seen = pair;
        if (!CertificateFiles.TryOpen(pair, out var certificate, out reason))
        {
            return Catalogue.Webhook.UnusableCertificate.For(WebhookOptionTable.TlsCertFile.Name, _files.CertificateFile, reason);
        }

        _state.Use(certificate);
        Log.CertificateLoaded(_log, certificate.Leaf.Subject, certificate.NotAfter);
        return null;
    }

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                Look();
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    /// <summary>Looks once.</summary>
    public void Look()
    {
        // Files that vanish for a moment are a mount being swapped; the next look finds them.
        if (!_files.TryRead(out var pair, out _) || pair == _seen)
        {
            return;
        }

        _seen = pair;
        if (CertificateFiles.TryOpen(pair, out var certificate, out var reason))
        {
            _state.Use(certificate);
            Log.CertificateReloaded(_log, certificate.Leaf.Subject, certificate.NotAfter);
        }
        else
        {
            Log.CertificateNotReloaded(_log, Catalogue.Webhook.CertificateNotReloaded.For(WebhookOptionTable.TlsCertFile.Name, _files.CertificateFile, reason));
        }
    }
}
