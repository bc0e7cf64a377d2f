using System.Text.Json.Nodes;

namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>An object as it is to be stored.</summary>
/// <param name="Body">The object after defaults and webhooks.</param>
/// <param name="Warnings">What <c>kubectl</c> prints.</param>
internal sealed record AdmittedObject(JsonObject Body, IReadOnlyList<string> Warnings);
