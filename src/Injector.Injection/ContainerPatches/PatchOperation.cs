namespace Injector.Injection.ContainerPatches;

/// <summary>One operation of a JSON patch as it was written; null: the member is missing or no text.</summary>
/// <param name="Op">What to do.</param>
/// <param name="Path">Where.</param>
/// <param name="From">Where from.</param>
/// <param name="Value">With what; a missing value is null.</param>
internal sealed record PatchOperation(string? Op, string? Path, string? From, JsonTree Value);
