namespace Injector.Vault;

/// <summary>What we read of an answer at most; a server, or somebody in its place, must not be able to exhaust the agent.</summary>
public static class ResponseLimits
{
    /// <summary>Longest body, after decompression.</summary>
    public const int MaxBodyBytes = 8 * 1024 * 1024;

    /// <summary>Deepest nesting of objects and lists.</summary>
    public const int MaxDepth = 64;

    /// <summary>Longest pause a server may ask for: a wrong header must not keep an agent from a healthy server for a day.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(5);

    /// <summary>Longest header section in KiB.</summary>
    public const int MaxHeaderKilobytes = 64;
}
