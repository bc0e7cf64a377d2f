using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Injector.Webhook.Tracing;

/// <summary>Sends spans to a collector when the standard variables of OpenTelemetry name one; otherwise nothing of it is loaded.</summary>
internal static class TraceExport
{
    private const string ServiceName = "injector-webhook";

    /// <summary>Starts sending.</summary>
    /// <param name="environment">Looks up an environment variable.</param>
    /// <returns>Ends sending when it is disposed of, after the last spans have been sent; null: there is no collector.</returns>
    public static IDisposable? Start(Func<string, string?> environment) => IsWanted(environment)
        ? Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddService(ServiceName, serviceVersion: ProductVersion.Text).AddTelemetrySdk().AddEnvironmentVariableDetector())
            .AddSource(AdmissionSpan.SourceName)
            .AddOtlpExporter()
            .Build()
        : null;

    private static bool IsWanted(Func<string, string?> environment) =>
        (IsSet(environment, "OTEL_EXPORTER_OTLP_ENDPOINT") || IsSet(environment, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"))
        && !string.Equals(environment("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase)
        && environment("OTEL_TRACES_EXPORTER") is null or "" or "otlp";

    private static bool IsSet(Func<string, string?> environment, string variable) => !string.IsNullOrEmpty(environment(variable));
}
