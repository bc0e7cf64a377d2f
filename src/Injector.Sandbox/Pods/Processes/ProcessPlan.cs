namespace Injector.Sandbox.Pods.Processes;

/// <summary>A process to start.</summary>
/// <param name="Command">Program and arguments; never a shell line.</param>
/// <param name="Environment">All of its variables.</param>
/// <param name="WorkingDirectory">Where it starts; null: it does not matter.</param>
/// <param name="Wrappers">How many of the launched programs stand between the started process and the program meant.</param>
internal sealed record ProcessPlan(IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Environment, string? WorkingDirectory, int Wrappers);
