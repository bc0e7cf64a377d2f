using Injector.Rendering.Fetching;

namespace Injector.Rendering.Dependencies;

/// <summary>What an answer changed.</summary>
/// <param name="Watch">The dependency.</param>
/// <param name="HasNewValue">Whether templates have to run again.</param>
/// <param name="HasRecovered">Whether it failed before.</param>
internal sealed record WatchChange(DependencyWatch Watch, bool HasNewValue, bool HasRecovered)
{
    /// <summary>Whether it fails in another way than before.</summary>
    public bool IsNewFault { get; init; }

    /// <summary>Why a renewal failed; null: none did.</summary>
    public FetchFault? RenewalFault { get; init; }
}
