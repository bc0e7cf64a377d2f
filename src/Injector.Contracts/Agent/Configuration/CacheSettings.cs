namespace Injector.Contracts.Agent.Configuration;

/// <summary>The <c>cache</c> section; all members may be absent.</summary>
public sealed record CacheSettings
{
    /// <summary><c>true</c>, <c>false</c> or <c>force</c>; null: absent.</summary>
    public string? UseAutoAuthToken { get; init; }

    /// <summary>Folder of the persistent cache; null: memory only.</summary>
    public string? PersistPath { get; init; }

    /// <summary>File with the ServiceAccount token that the persistent cache is bound to; null: the default mount's.</summary>
    public string? PersistTokenFile { get; init; }

    /// <summary>True: a cache that cannot be restored ends the agent. Default false.</summary>
    public bool PersistExitOnError { get; init; }
}
