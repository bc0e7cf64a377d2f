using System.Net;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Settings;

/// <summary>Everything the process was told at start. Immutable.</summary>
internal sealed record WebhookSettings
{
    public required IPEndPoint Listen { get; init; }

    public required LogLevel LogLevel { get; init; }

    public required LogForm LogForm { get; init; }

    public required TimeSpan ShutdownDelay { get; init; }

    public required TimeSpan ShutdownTimeout { get; init; }

    public required TlsSettings Tls { get; init; }

    public required InjectionSettings Injection { get; init; }

    /// <summary>Path of the metrics on the HTTPS listener; empty: not served there.</summary>
    public string TelemetryPath { get; init; } = string.Empty;

    /// <summary>Plain listener for metrics; null: none.</summary>
    public IPEndPoint? MetricsListen { get; init; }

    /// <summary>The own namespace, if it was given.</summary>
    public string Namespace { get; init; } = string.Empty;

    /// <summary>The own pod name, if it was given.</summary>
    public string PodName { get; init; } = string.Empty;

    /// <summary>Folder of the credentials for the API server.</summary>
    public required string ServiceAccountFolder { get; init; }

    /// <summary>What is accepted but should be said.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; init; } = [];
}
