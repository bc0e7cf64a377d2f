using Injector.Injection;
using Injector.Kube.Admission;

namespace Injector.Webhook.Admission;

/// <summary>An answer with what log and metrics say about it.</summary>
/// <param name="Answer">What the caller gets.</param>
/// <param name="Decision">One word: <c>injected</c>, <c>denied</c>, <c>not_requested</c>, …</param>
/// <param name="Reason">Word or diagnostic code.</param>
/// <param name="Kind">Which containers were added.</param>
internal sealed record ReviewOutcome(AdmissionAnswer Answer, string Decision, string Reason, InjectionKind Kind);
