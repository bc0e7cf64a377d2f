using System.Text.Json;

namespace Injector.Kube.Api;

/// <summary>What is known about an object.</summary>
/// <param name="Status"><see cref="KubeStatus.Ok"/>: it exists. <see cref="KubeStatus.NotFound"/>: it does not. Else: it could not be read.</param>
/// <param name="Body">The object, when it exists.</param>
/// <param name="Reason">For people.</param>
public sealed record ObservedObject(KubeStatus Status, JsonElement Body, string Reason);
