using System.Text.Json.Nodes;
using Injector.Sandbox.Pods;

namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>What an API server leaves to others where pods are concerned. Without them pods are objects like all others.</summary>
internal sealed class PodServices
{
    /// <summary>Makes of a submitted object what is to be stored: defaults and webhooks. Throws an <see cref="ApiFailure"/> when it is refused.</summary>
    public Func<JsonObject, CancellationToken, Task<AdmittedObject>>? Admit { get; set; }

    /// <summary>Asks about an object with a pod template; gives what is to be printed. Throws an <see cref="ApiFailure"/> when it is refused.</summary>
    public Func<JsonObject, ApiResource, CancellationToken, Task<IReadOnlyList<string>>>? Validate { get; set; }

    /// <summary>Runs a program in a container.</summary>
    public Func<PodCommand, CancellationToken, Task<ExecResult>>? Execute { get; set; }

    /// <summary>The public keys of the pods' tokens, as a key set.</summary>
    public Func<JsonObject>? TokenKeys { get; set; }
}
