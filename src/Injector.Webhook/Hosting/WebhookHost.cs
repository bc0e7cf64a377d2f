using System.Net;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;
using Injector.Injection;
using Injector.Webhook.Admission;
using Injector.Webhook.Certificates;
using Injector.Webhook.Health;
using Injector.Webhook.Logging;
using Injector.Webhook.Monitoring;
using Injector.Webhook.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Hosting;

/// <summary>The running process: made from settings, started, drained, ended.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    private readonly WebhookSettings _settings;
    private readonly TimeProvider _time;
    private readonly WebApplication _server;
    private readonly CertificateFileReload _reload;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _ending = new();
    private Task _background = Task.CompletedTask;

    public WebhookHost(WebhookSettings settings, Stream logStream, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        Tls = new TlsState(settings.Tls, ClientCertificates(settings));
        Readiness = new Readiness(() => Tls.Certificate is not null);
        _server = KestrelSetup.Build(settings, Tls, new LineLoggerProvider(logStream, settings.LogForm, time));
        var loggers = KestrelSetup.Loggers(_server);
        _log = loggers.CreateLogger("server");
        _reload = new CertificateFileReload(new CertificateFiles(settings.Tls.CertificateFile, settings.Tls.KeyFile), Tls, loggers.CreateLogger("certificates"));
        UseRouter(loggers);
    }

    public TlsState Tls { get; }

    public Readiness Readiness { get; }

    /// <summary>Addresses of the listeners, the HTTPS one first. Known after <see cref="StartAsync"/>.</summary>
    public IReadOnlyList<Uri> Addresses => [.. _server.Urls.Select(static url => new Uri(url))];

    /// <summary>Gets a certificate and opens the listeners.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Why the process cannot start, or null.</returns>
    public async Task<Diagnostic?> StartAsync(CancellationToken cancellationToken)
    {
        foreach (var warning in _settings.Warnings)
        {
            Log.StartWarning(_log, warning);
        }

        if (_reload.Start() is { } unusable)
        {
            return unusable;
        }

        try
        {
            await _server.StartAsync(cancellationToken);
        }
        catch (IOException refused)
        {
            return Catalogue.Webhook.CannotListen.For(WebhookOptionTable.Listen.Name, _settings.Listen, Reason(refused));
        }

        var injection = _settings.Injection;
        Log.Listening(_log, ProductVersion.Text, _settings.Listen, injection.VaultAddress, injection.Engine.ToString(), injection.Preset.ToString());
        _background = _reload.RunAsync(_time, _ending.Token);
        return null;
    }

    /// <summary>Ends in the order that loses no request: readiness off, wait until the Service knows, close the listener, finish what is under way.</summary>
    public async Task DrainAsync()
    {
        Readiness.End();
        Log.Draining(_log, _settings.ShutdownDelay);
        if (_settings.ShutdownDelay > TimeSpan.Zero)
        {
            await Task.Delay(_settings.ShutdownDelay, _time, CancellationToken.None);
        }

        Log.Closing(_log, _settings.ShutdownTimeout);
        using var patience = new CancellationTokenSource(_settings.ShutdownTimeout, _time);
        await _server.StopAsync(patience.Token);
        await _ending.CancelAsync();
        await _background;
        Log.Ended(_log);
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _background;
        await _server.DisposeAsync();
        _ending.Dispose();
    }

    private static ClientCertificateCheck? ClientCertificates(WebhookSettings settings) =>
        settings.Tls.ClientCaFile.Length > 0 ? new ClientCertificateCheck(TrustedRoots.Read(settings.Tls.ClientCaFile)) : null;

    private static string Reason(IOException refused) => refused.InnerException is AddressInUseException ? "the address is in use" : "the system refused it";

    private void UseRouter(ILoggerFactory loggers)
    {
        var injector = new PodInjector(_settings.Injection);
        var metrics = new AdmissionMetrics();
        var process = new ProcessMetrics(Tls, Readiness, _time);
        var router = new WebhookRouter(
            new AdmissionEndpoint(new PodReviewer(() => injector), metrics, _time, loggers.CreateLogger("handler")),
            new MetricsPage(metrics.Write, process.Write),
            Readiness,
            new RouterOptions(_settings.TelemetryPath, _settings.Tls.ClientCaFile.Length > 0),
            _log);
        _server.Run(router.AnswerAsync);
    }
}
