using Injector.Contracts.Webhook;
using Injector.Injection;
using Injector.Kube.Admission;
using Injector.Webhook.Cluster;

namespace Injector.Webhook.Admission;

/// <summary><c>/mutate</c>: asks the injection library and turns its result into an answer.</summary>
internal sealed class PodReviewer : IReviewer
{
    private readonly CurrentInjector _current;
    private readonly NamespaceAnnotations _namespaces;

    public PodReviewer(CurrentInjector current, NamespaceAnnotations namespaces)
    {
        _current = current;
        _namespaces = namespaces;
    }

    public ReviewSubject Subject => ReviewSubject.Pod;

    public int MaxBodyBytes => WebhookLimits.MaxMutateBodyBytes;

    public ReviewOutcome Review(AdmissionRequest request)
    {
        var result = _current.Pods.Inject(new InjectionRequest
        {
            Pod = request.Object,
            Namespace = request.Namespace,
            NamespaceAnnotations = _namespaces.Of(request.Namespace),
        });
        var answer = result.IsAllowed
            ? result.Patch.IsEmpty ? AdmissionAnswer.Allow() : AdmissionAnswer.Patched(result.Patch)
            : AdmissionAnswer.Deny(result.Message);
        return new ReviewOutcome(
            answer with { Warnings = result.Warnings, AuditAnnotations = result.AuditAnnotations },
            Word(result.Decision),
            result.ReasonCode,
            result.Kind);
    }

    private static string Word(InjectionDecision decision) => decision switch
    {
        InjectionDecision.Injected => "injected",
        InjectionDecision.Denied => "denied",
        InjectionDecision.AlreadyInjected => "already_injected",
        InjectionDecision.TooLate => "too_late",
        _ => "not_requested",
    };
}
