using Injector.Contracts.Diagnostics;

namespace Injector.Rendering.Status;

/// <summary>What can be said about one file.</summary>
/// <param name="Destination">The file.</param>
/// <param name="PublishedAt">When it was last published or found to be right; null: never.</param>
/// <param name="MissingSecrets">How many secrets it still waits for.</param>
/// <param name="Fault">What is wrong with template or file; null: nothing.</param>
public sealed record FileStatus(string Destination, DateTimeOffset? PublishedAt, int MissingSecrets, Diagnostic? Fault);
