namespace Injector.Webhook.Hosting;

/// <summary>Marks connections of the plain listener, on which nothing but metrics is served.</summary>
internal interface IPlainMetricsFeature;
