namespace Injector.Rendering.Fetching;

/// <summary>What a renewal gave.</summary>
/// <param name="Duration">The life from now; zero when it failed.</param>
/// <param name="Fault">Why it failed; null: it did not.</param>
internal sealed record Renewed(TimeSpan Duration, FetchFault? Fault);
