using Injector.Injection.Agents;

namespace Injector.Injection.Containers;

/// <summary>An agent container, ready to be put into the pod.</summary>
/// <param name="Role">The part it plays.</param>
/// <param name="Name">Its name, after its JSON patch.</param>
/// <param name="Json">The container as UTF-8 JSON.</param>
internal sealed record AgentContainer(AgentRole Role, string Name, ReadOnlyMemory<byte> Json);
