using Injector.Contracts.Webhook;

namespace Injector.Webhook.Monitoring;

/// <summary>What certificates of our own tell.</summary>
internal sealed class BundleMetrics
{
    private readonly LabelledCounter _writes = new(WebhookMetricNames.CaBundleWrites, "Writes of caBundle by result.", "result", second: null, maxSeries: 10);

    private volatile int _generation;
    private volatile bool _isLeader;
    private volatile SelfTestResult _selfTest;

    public int Generation
    {
        get => _generation;
        set => _generation = value;
    }

    public bool IsLeader
    {
        get => _isLeader;
        set => _isLeader = value;
    }

    public SelfTestResult SelfTest
    {
        get => _selfTest;
        set => _selfTest = value;
    }

    public void Wrote(string result) => _writes.Add(result);

    public void Write(PrometheusText text)
    {
        text.Gauge(WebhookMetricNames.CaGeneration, "Number of the certificate authority in use; 0 when certificates come from files.", _generation);
        text.Gauge(WebhookMetricNames.Leader, "1 while this replica is the writer of caBundle.", _isLeader ? 1 : 0);
        if (_selfTest != SelfTestResult.None)
        {
            text.Gauge(
                WebhookMetricNames.SelfTest, "1 when the last call to the own Service through the published CA succeeded.", _selfTest == SelfTestResult.Succeeded ? 1 : 0);
        }

        _writes.Write(text);
    }
}
