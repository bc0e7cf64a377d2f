namespace Injector.Webhook.Hosting;

/// <summary>What the router has to know of the settings.</summary>
/// <param name="TelemetryPath">Path of the metrics on the HTTPS listener; empty: none.</param>
/// <param name="RequiresClientCertificate">Whether admissions need a client certificate.</param>
internal sealed record RouterOptions(string TelemetryPath, bool RequiresClientCertificate);
