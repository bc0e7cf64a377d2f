namespace Injector.Contracts.Webhook;

/// <summary>Names of the webhook's metrics. The first four are the reference injector's, so that dashboards keep working.</summary>
public static class WebhookMetricNames
{
    /// <summary>Gauge: admission requests being answered.</summary>
    public const string RequestQueueLength = "vault_agent_injector_request_queue_length";

    /// <summary>Histogram, milliseconds: time to answer an admission request.</summary>
    public const string RequestDurationMilliseconds = "vault_agent_injector_request_processing_duration_ms";

    /// <summary>Counter, labels <c>namespace</c> and <c>injection_type</c>: pods that got an agent.</summary>
    public const string Injections = "vault_agent_injector_injections_by_namespace_total";

    /// <summary>Counter, label <c>namespace</c>: pods that were denied.</summary>
    public const string FailedInjections = "vault_agent_injector_failed_injections_by_namespace_total";

    /// <summary>Counter, labels <c>decision</c> and <c>reason</c>: answered reviews.</summary>
    public const string Admissions = "injector_admissions_total";

    /// <summary>Counter, label <c>code</c>: requests answered with an error status.</summary>
    public const string RejectedRequests = "injector_rejected_requests_total";

    /// <summary>Histogram, seconds: time to answer an admission request.</summary>
    public const string AdmissionDurationSeconds = "injector_admission_duration_seconds";

    /// <summary>Gauge: 1 while an admission would be answered now.</summary>
    public const string Ready = "injector_ready";

    /// <summary>Gauge: days until the serving certificate ends.</summary>
    public const string CertificateDaysLeft = "injector_certificate_days_left";

    /// <summary>Gauge: number of the CA in use, counted up by each rotation; 0 when certificates come from files.</summary>
    public const string CaGeneration = "injector_ca_generation";

    /// <summary>Gauge: 1 while this replica is the writer of <c>caBundle</c>.</summary>
    public const string Leader = "injector_leader";

    /// <summary>Counter: writes of <c>caBundle</c>, label <c>result</c>.</summary>
    public const string CaBundleWrites = "injector_ca_bundle_writes_total";

    /// <summary>Gauge: 1 when the last call to the own Service through the published bundle succeeded.</summary>
    public const string SelfTest = "injector_self_test_success";

    /// <summary>Gauge, always 1, labels <c>version</c> and <c>runtime</c>.</summary>
    public const string BuildInfo = "injector_build_info";
}
