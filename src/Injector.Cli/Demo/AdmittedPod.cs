using System.Text.Json.Nodes;

namespace Injector.Cli.Demo;

/// <summary>A pod that went through the webhook and was stored.</summary>
/// <param name="Pod">The stored pod.</param>
/// <param name="Elapsed">How long the webhook took, as the API server sees it.</param>
internal sealed record AdmittedPod(JsonObject Pod, TimeSpan Elapsed);
