using Injector.Contracts.Webhook;
using Injector.Injection;
using Injector.Kube.Admission;
using Injector.Webhook.Cluster;

namespace Injector.Webhook.Admission;

/// <summary><c>/validate-workloads</c>: never refuses, says what would become of the workload's pods.</summary>
internal sealed class WorkloadReviewer : IReviewer
{
    private readonly CurrentInjector _current;
    private readonly NamespaceAnnotations _namespaces;

    public WorkloadReviewer(CurrentInjector current, NamespaceAnnotations namespaces)
    {
        _current = current;
        _namespaces = namespaces;
    }

    public ReviewSubject Subject => ReviewSubject.Workload;

    public int MaxBodyBytes => WebhookLimits.MaxWorkloadBodyBytes;

    public ReviewOutcome Review(AdmissionRequest request)
    {
        var warnings = _current.Workloads.Warnings(request.Kind, request.Object, request.Namespace, _namespaces.Of(request.Namespace));
        return new ReviewOutcome(
            AdmissionAnswer.Allow() with { Warnings = warnings },
            warnings.Count > 0 ? "workload_warned" : "workload_passed",
            request.Kind.Length > 0 ? "workload" : "no_kind",
            InjectionKind.None);
    }
}
