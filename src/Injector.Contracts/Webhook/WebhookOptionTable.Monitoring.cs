namespace Injector.Contracts.Webhook;

public static partial class WebhookOptionTable
{
    private const string MonitoringGroup = "Monitoring";

    /// <summary>Path of the metrics on the HTTPS listener.</summary>
    public static WebhookOption TelemetryPath { get; } = Define(
        MonitoringGroup, "telemetry-path", WebhookOptionKind.HttpPath, string.Empty, "Path of the Prometheus metrics on the HTTPS listener, for example '/metrics'. Empty: not served there.");

    /// <summary>Address of a plain listener for metrics only.</summary>
    public static WebhookOption MetricsListen { get; } = Own(
        MonitoringGroup, "metrics-listen", WebhookOptionKind.Endpoint, string.Empty, "Address of a second, plain HTTP listener that serves the metrics at '/metrics' and nothing else. Empty: none.");

    internal static IEnumerable<WebhookOption> Monitoring => [TelemetryPath, MetricsListen];
}
