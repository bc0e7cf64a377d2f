namespace Injector.Contracts.Agent.Configuration;

/// <summary>One member of <c>injector.volumes</c>: a memory volume that files are published to.</summary>
/// <param name="Path">Where it is mounted in the agent container (<c>path</c>).</param>
/// <param name="Publishing"><c>publishing</c>: <c>generations</c> or <c>files</c>; null: the section's own.</param>
public sealed record PublishedVolume(string Path, string? Publishing = null);
