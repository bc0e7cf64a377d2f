namespace Injector.Contracts.Agent.Configuration;

/// <summary>The <c>wait</c> section: collect changes before rendering again.</summary>
/// <param name="Min">Quiet time as text.</param>
/// <param name="Max">Longest delay after the first change as text; null: four times <paramref name="Min"/>.</param>
public sealed record WaitSettings(string Min, string? Max);
