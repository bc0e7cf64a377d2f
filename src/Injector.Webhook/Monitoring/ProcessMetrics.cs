using System.Globalization;
using Injector.Contracts.Webhook;
using Injector.Webhook.Certificates;
using Injector.Webhook.Health;

namespace Injector.Webhook.Monitoring;

/// <summary>What can be said about the process when somebody asks.</summary>
internal sealed class ProcessMetrics
{
    private readonly TlsState _tls;
    private readonly Readiness _readiness;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _started;

    public ProcessMetrics(TlsState tls, Readiness readiness, TimeProvider time)
    {
        _tls = tls;
        _readiness = readiness;
        _time = time;
        _started = time.GetUtcNow();
    }

    public void Write(PrometheusText text)
    {
        text.Gauge(WebhookMetricNames.BuildInfo, "Always 1.", 1, ("version", ProductVersion.Text), ("runtime", Environment.Version.ToString()));
        text.Gauge(WebhookMetricNames.Ready, "1 while an admission would be answered now.", _readiness.IsReady ? 1 : 0);
        if (_tls.Certificate is { } certificate)
        {
            text.Gauge(WebhookMetricNames.CertificateDaysLeft, "Days until the serving certificate ends.", (certificate.NotAfter - _time.GetUtcNow()).TotalDays);
        }

        text.Gauge("process_start_time_seconds", "Start of the process, seconds since 1970.", _started.ToUnixTimeMilliseconds() / 1000.0);
        text.Gauge("process_resident_memory_bytes", "Resident memory.", Environment.WorkingSet);
        text.Family("process_cpu_seconds_total", "counter", "User and system time.");
        text.Sample("process_cpu_seconds_total", Environment.CpuUsage.TotalTime.TotalSeconds);
        text.Gauge("dotnet_gc_heap_bytes", "Managed heap.", GC.GetTotalMemory(forceFullCollection: false));
        text.Gauge("dotnet_threads", "Threads of the pool.", ThreadPool.ThreadCount);
        text.Family("dotnet_gc_collections_total", "counter", "Garbage collections by generation.");
        for (var generation = 0; generation <= GC.MaxGeneration; generation++)
        {
            text.Sample("dotnet_gc_collections_total", GC.CollectionCount(generation), ("generation", generation.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
