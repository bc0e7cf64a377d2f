namespace Injector.Contracts.Logging;

/// <summary>A named value of an event. Never a secret.</summary>
/// <param name="Name">Short lower-case name, for example <c>path</c>.</param>
/// <param name="Value">Its text.</param>
public readonly record struct EventField(string Name, string Value);
