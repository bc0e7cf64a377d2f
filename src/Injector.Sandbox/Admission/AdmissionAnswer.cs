using Injector.Sandbox.JsonPatch;

namespace Injector.Sandbox.Admission;

/// <summary>What a webhook answered to a pod.</summary>
/// <param name="IsAllowed">Whether the pod may be created.</param>
/// <param name="Message">Why not; empty when allowed.</param>
/// <param name="Patch">The JSON Patch; null when there is none.</param>
/// <param name="Warnings">What <c>kubectl</c> would print.</param>
/// <param name="Elapsed">From sending the request to having read the answer.</param>
public sealed record AdmissionAnswer(bool IsAllowed, string Message, JsonPatchDocument? Patch, IReadOnlyList<string> Warnings, TimeSpan Elapsed);
