namespace Injector.Injection.Agents;

/// <summary>Limits and requests of one agent container, by resource name in the reference's order; values as they were written.</summary>
/// <param name="Limits">Limits.</param>
/// <param name="Requests">Requests.</param>
internal sealed record AgentResources(IReadOnlyList<(string Name, string Quantity)> Limits, IReadOnlyList<(string Name, string Quantity)> Requests);
