using Injector.Contracts.Diagnostics;

namespace Injector.Rendering.Publishing;

/// <summary>The result of publishing one file.</summary>
/// <param name="Target">The file.</param>
/// <param name="Change">What happened to it.</param>
/// <param name="Fault">Why it failed; null otherwise.</param>
public sealed record PublishedFile(FileTarget Target, FileChange Change, Diagnostic? Fault);
