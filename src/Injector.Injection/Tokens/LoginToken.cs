using Injector.Injection.Pods;

namespace Injector.Injection.Tokens;

/// <summary>The ServiceAccount token the agent logs in with.</summary>
internal sealed record LoginToken
{
    /// <summary>Volume that holds it.</summary>
    public required string Volume { get; init; }

    /// <summary>Where the agent containers mount that volume.</summary>
    public required string MountPath { get; init; }

    /// <summary>File name in the volume.</summary>
    public required string File { get; init; }

    /// <summary>Set when the volume is added by us.</summary>
    public TokenProjection? Projection { get; init; }

    /// <summary>The app's mount it was taken from, if any.</summary>
    public MountView? Mount { get; init; }

    public string Path => $"{MountPath}/{File}";
}
