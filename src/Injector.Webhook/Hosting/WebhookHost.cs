using System.Net;
using System.Security.Cryptography;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;
using Injector.Webhook.Admission;
using Injector.Webhook.Certificates;
using Injector.Webhook.Cluster;
using Injector.Webhook.Health;
using Injector.Webhook.Logging;
using Injector.Webhook.Monitoring;
using Injector.Webhook.Settings;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Hosting;

/// <summary>The running process: made from settings, started, drained, ended.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    private readonly WebhookSettings _settings;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly KestrelServer _server;
    private readonly ILogger _log;
    private readonly ClusterAccess _cluster;
    private readonly CertificateSources _sources;
    private readonly CurrentInjector _injector;
    private readonly NamespaceAnnotations _namespaces;
    private readonly BundleMetrics _bundleMetrics = new();
    private readonly CancellationTokenSource _ending = new();
    private Task _background = Task.CompletedTask;

    public WebhookHost(WebhookSettings settings, ClusterAccess cluster, Stream logStream, TimeProvider time)
    {
        _settings = settings;
        _cluster = cluster;
        _time = time;
        Tls = new TlsState(settings.Tls, ClientCertificates(settings));
        _loggers = LineLoggers.Create(logStream, settings, time);
        _server = KestrelSetup.Build(settings, Tls, _loggers);
        _log = _loggers.CreateLogger("server");
        _sources = new CertificateSources(settings, Tls, _bundleMetrics, time, Chance, _loggers.CreateLogger("certificates"));
        _injector = new CurrentInjector(settings.Injection, time, Chance, _log);
        _namespaces = new NamespaceAnnotations(time, Chance, _log);

        // The last two are known a moment after the start, or never when they may not be read. As long as the API server is away nobody asks.
        Readiness = new Readiness(
            new ReadinessCondition("certificate", () => Tls.Certificate is { } certificate && certificate.NotAfter > time.GetUtcNow(), "no valid serving certificate"),
            new ReadinessCondition("cluster", () => cluster.Api is null || _injector.HasAsked, "the cluster's version is not known yet"),
            new ReadinessCondition("namespaces", () => cluster.Api is null || _namespaces.HasAsked, "the annotations of namespaces are not known yet"));
    }

    public TlsState Tls { get; }

    public Readiness Readiness { get; }

    /// <summary>Addresses of the listeners, the HTTPS one first. Known after <see cref="StartAsync"/>.</summary>
    public IReadOnlyList<Uri> Addresses => [.. (_server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Select(static url => new Uri(url))];

    /// <summary>Gets a certificate and opens the listeners.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Why the process cannot start, or null.</returns>
    public async Task<Diagnostic?> StartAsync(CancellationToken cancellationToken)
    {
        foreach (var warning in _settings.Warnings)
        {
            Log.StartWarning(_log, warning);
        }

        if (_sources.Make(_cluster, out var sources) is { } impossible)
        {
            return impossible;
        }

        if ((sources ?? []).Select(static source => source.Start()).FirstOrDefault(static fault => fault is not null) is { } unusable)
        {
            return unusable;
        }

        // The API server is asked while the listeners are opened: the first answer needs both.
        _background = Task.Run(() => Task.WhenAll([.. (sources ?? []).Select(source => source.RunAsync(_ending.Token)), AskClusterAsync()]), CancellationToken.None);
        try
        {
            await _server.StartAsync(new RoutedRequests(Router()), cancellationToken);
        }
        catch (IOException refused)
        {
            return Catalogue.Webhook.CannotListen.For(WebhookOptionTable.Listen.Name, _settings.Listen, Reason(refused));
        }

        var injection = _settings.Injection;
        Log.Listening(_log, ProductVersion.Text, new IPEndPoint(_settings.Listen.Address, Addresses[0].Port), injection.VaultAddress, injection.Engine.ToString(), injection.Preset.ToString());
        return null;
    }

    /// <summary>What runs beside the server: certificates, the cluster's facts. It ends with the process, or with an exception that must end it.</summary>
    public Task Background => _background;

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
        _server.Dispose();
        _loggers.Dispose();
        _ending.Dispose();
    }

    private static ClientCertificateCheck? ClientCertificates(WebhookSettings settings) =>
        settings.Tls.ClientRoots is { } roots ? new ClientCertificateCheck(roots) : null;

    private static string Reason(IOException refused) => refused.InnerException is AddressInUseException ? "the address is in use" : "the system refused it";

    private static double Chance() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue;

    private Task AskClusterAsync() => _cluster.Api is { } api
        ? Task.WhenAll(_injector.RunAsync(api, _ending.Token), _namespaces.RunAsync(api, _ending.Token))
        : Task.CompletedTask;

    private WebhookRouter Router()
    {
        var metrics = new AdmissionMetrics();
        var process = new ProcessMetrics(Tls, Readiness, _time);
        return new WebhookRouter(
            new AdmissionEndpoint(new PodReviewer(_injector, _namespaces), metrics, _time, _loggers.CreateLogger("handler")),
            new AdmissionEndpoint(new WorkloadReviewer(_injector, _namespaces), metrics, _time, _loggers.CreateLogger("workloads")),
            new MetricsPage(metrics.Write, process.Write, _bundleMetrics.Write),
            Readiness,
            new RouterOptions(_settings.TelemetryPath, _settings.Tls.ClientRoots is not null),
            _log);
    }
}
