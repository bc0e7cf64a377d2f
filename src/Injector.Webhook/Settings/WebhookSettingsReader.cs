using System.Diagnostics.CodeAnalysis;
using System.Net;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;
using Injector.Webhook.CommandLine;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Settings;

/// <summary>Command line and environment → settings, or every fault of them at once.</summary>
internal static class WebhookSettingsReader
{
    /// <summary>Reads the settings of <c>agent-inject</c>.</summary>
    /// <param name="arguments">What follows the subcommand.</param>
    /// <param name="environment">Looks up an environment variable.</param>
    /// <param name="settings">The settings; null when there are faults.</param>
    /// <returns>The faults; empty when there are settings.</returns>
    public static IReadOnlyList<Diagnostic> Read(ReadOnlySpan<string> arguments, Func<string, string?> environment, [MaybeNull] out WebhookSettings settings)
    {
        var found = new List<Diagnostic>();
        var values = OptionReader.Read(arguments, environment, found);
        if (values.Text(WebhookOptionTable.VaultAddress).Length == 0)
        {
            found.Add(Catalogue.Webhook.NoVaultAddress.For(WebhookOptionTable.VaultAddress.Name));
        }

        var tls = TlsSettingsReader.Read(values, found);
        var injection = InjectionSettingsReader.Read(values, found);
        var faults = found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        settings = faults.Count > 0 ? null : Settings(values, tls, injection, found);
        return faults;
    }

    private static WebhookSettings Settings(OptionValues values, TlsSettings tls, Contracts.Injection.InjectionSettings injection, IReadOnlyList<Diagnostic> warnings) => new()
    {
        Listen = Endpoint(values, WebhookOptionTable.Listen) ?? new IPEndPoint(IPAddress.IPv6Any, 0),
        LogLevel = Level(OptionForm.Normalized(WebhookOptionTable.LogLevel, values.Text(WebhookOptionTable.LogLevel))),
        LogForm = OptionForm.Normalized(WebhookOptionTable.LogFormat, values.Text(WebhookOptionTable.LogFormat)) == "json" ? LogForm.Json : LogForm.Standard,
        ShutdownDelay = values.Duration(WebhookOptionTable.ShutdownDelay),
        ShutdownTimeout = values.Duration(WebhookOptionTable.ShutdownTimeout),
        Tls = tls,
        Injection = injection,
        TelemetryPath = values.Text(WebhookOptionTable.TelemetryPath),
        MetricsListen = Endpoint(values, WebhookOptionTable.MetricsListen),
        Namespace = values.Text(WebhookOptionTable.OwnNamespace),
        PodName = values.Text(WebhookOptionTable.PodName),
        ServiceAccountFolder = values.Text(WebhookOptionTable.ServiceAccountFolder),
        Warnings = warnings,
    };

    private static IPEndPoint? Endpoint(OptionValues values, WebhookOption option) => ListenAddress.TryParse(values.Text(option), out var endpoint) ? endpoint : null;

    private static LogLevel Level(string word) => word switch
    {
        "trace" => LogLevel.Trace,
        "debug" => LogLevel.Debug,
        "warn" or "warning" => LogLevel.Warning,
        "err" or "error" => LogLevel.Error,
        _ => LogLevel.Information,
    };
}
