namespace Injector.Webhook.Hosting;

internal sealed class PlainMetricsFeature : IPlainMetricsFeature
{
    public static PlainMetricsFeature Instance { get; } = new();
}
