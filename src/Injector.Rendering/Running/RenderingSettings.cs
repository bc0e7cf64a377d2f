using Injector.Rendering.Fetching;
using Injector.Rendering.HandOver;
using Injector.Rendering.Leases;
using Injector.Rendering.Publishing;
using Injector.Rendering.Templating;

namespace Injector.Rendering.Running;

/// <summary>What to render, and how.</summary>
public sealed record RenderingSettings
{
    /// <summary>The templates, each with a destination of its own.</summary>
    public required IReadOnlyList<FileTemplate> Templates { get; init; }

    /// <summary>The volumes files are published into.</summary>
    public required VolumeRoots Volumes { get; init; }

    /// <summary>When rendering is done.</summary>
    public Completion Completion { get; init; }

    /// <summary>When secrets are fetched again.</summary>
    public RefreshSettings Refresh { get; init; } = new();

    /// <summary>How failed fetches are repeated.</summary>
    public FetchRetry Retry { get; init; } = new();

    /// <summary>What happens when the retries are used up before the first publication.</summary>
    public StartFailure StartFailure { get; init; }

    /// <summary>
    /// How long the start phase waits for what time can heal before the process ends with its diagnostic; lasting refusals end it after
    /// one confirmation. Null: only <see cref="StartFailure"/> counts.
    /// </summary>
    public TimeSpan? InitPatience { get; init; }

    /// <summary>What happens to files whose secret the agent may lastingly not read any more.</summary>
    public WithdrawnSecret Withdrawn { get; init; }

    /// <summary>Where token and leases are left for the agent's next process; null: nowhere.</summary>
    public HandOverStore? HandOver { get; init; }

    /// <summary>What an earlier process left there; null: nothing that can be used.</summary>
    public HandOverState? HandedOver { get; init; }
}
