using System.Text.Json;

namespace Injector.Kube.Api;

/// <summary>What the API server said.</summary>
/// <param name="Status">How the call ended.</param>
/// <param name="Body">The object; of kind <see cref="JsonValueKind.Undefined"/> unless the call succeeded.</param>
/// <param name="Reason">For people: status and reason word of the server, or why there was no answer. Never the content of an object.</param>
public sealed record KubeAnswer(KubeStatus Status, JsonElement Body, string Reason)
{
    /// <summary>Whether the call succeeded.</summary>
    public bool IsOk => Status == KubeStatus.Ok;
}
