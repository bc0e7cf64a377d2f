namespace Injector.Sandbox.Pods.Volumes;

/// <summary>All files of a projected volume.</summary>
/// <param name="Files">The files.</param>
/// <param name="RefreshAfter">When its first token is due for renewal; null: it holds none.</param>
internal sealed record ProjectedContent(IReadOnlyList<ProjectedFile> Files, TimeSpan? RefreshAfter);
