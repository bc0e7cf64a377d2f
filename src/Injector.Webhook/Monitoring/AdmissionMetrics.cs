using Injector.Contracts.Webhook;
using Injector.Injection;
using Injector.Webhook.Admission;

namespace Injector.Webhook.Monitoring;

/// <summary>Counts admissions: the reference's four metrics with their rules, and ours.</summary>
internal sealed class AdmissionMetrics
{
    private const int MaxReasons = 500;

    private readonly Histogram _milliseconds = new(
        WebhookMetricNames.RequestDurationMilliseconds,
        "Time to answer an admission request in whole milliseconds.",
        5, 10, 25, 50, 75, 100, 250, 500, 1000, 2500, 5000, 7500, 10000);

    private readonly Histogram _seconds = new(
        WebhookMetricNames.AdmissionDurationSeconds,
        "Time to answer an admission request in seconds.",
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10);

    private readonly LabelledCounter _injections = new(
        WebhookMetricNames.Injections, "Pods that got an agent.", "namespace", "injection_type", WebhookLimits.MaxNamespaceSeries);

    private readonly LabelledCounter _failures = new(
        WebhookMetricNames.FailedInjections, "Pods that were denied.", "namespace", second: null, WebhookLimits.MaxNamespaceSeries);

    private readonly LabelledCounter _admissions = new(WebhookMetricNames.Admissions, "Answered reviews by decision and reason.", "decision", "reason", MaxReasons);

    private readonly LabelledCounter _rejected = new(WebhookMetricNames.RejectedRequests, "Requests that were no review, by diagnostic code.", "code", second: null, MaxReasons);

    private long _running;

    public void Begin() => Interlocked.Increment(ref _running);

    public void End() => Interlocked.Decrement(ref _running);

    public void Rejected(string code) => _rejected.Add(code);

    public void Answered(ReviewSubject subject, string @namespace, ReviewOutcome outcome, TimeSpan elapsed)
    {
        _admissions.Add(outcome.Decision, outcome.Reason);
        if (subject == ReviewSubject.Workload)
        {
            return;
        }

        _milliseconds.Observe(Math.Floor(elapsed.TotalMilliseconds));
        _seconds.Observe(elapsed.TotalSeconds);
        if (outcome.Kind != InjectionKind.None)
        {
            _injections.Add(@namespace, Word(outcome.Kind));
        }

        if (!outcome.Answer.IsAllowed)
        {
            _failures.Add(@namespace);
        }
    }

    public void Write(PrometheusText text)
    {
        text.Gauge(WebhookMetricNames.RequestQueueLength, "Admission requests being answered.", Interlocked.Read(ref _running));
        _milliseconds.Write(text);
        _injections.Write(text);
        _failures.Write(text);
        _admissions.Write(text);
        _rejected.Write(text);
        _seconds.Write(text);
    }

    private static string Word(InjectionKind kind) => kind switch
    {
        InjectionKind.InitOnly => "init_only",
        InjectionKind.SidecarOnly => "sidecar_only",
        _ => "init_and_sidecar",
    };
}
