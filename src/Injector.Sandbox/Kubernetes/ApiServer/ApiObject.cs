using System.Text.Json.Nodes;

namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>A stored object.</summary>
/// <param name="Collection">Path of its collection.</param>
/// <param name="Name">Its name.</param>
/// <param name="Body">The object as clients see it.</param>
internal sealed record ApiObject(string Collection, string Name, JsonObject Body);
