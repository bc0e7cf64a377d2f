namespace Injector.Webhook.Admission;

/// <summary>What a path decides about.</summary>
internal enum ReviewSubject
{
    /// <summary>Pods: counted in the reference's metrics.</summary>
    Pod,

    /// <summary>Workloads, which are only warned about.</summary>
    Workload,
}
