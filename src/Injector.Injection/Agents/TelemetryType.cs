namespace Injector.Injection.Agents;

/// <summary>The type of a telemetry parameter.</summary>
internal enum TelemetryType
{
    Text,
    Number,
    Boolean,
    List,
}
