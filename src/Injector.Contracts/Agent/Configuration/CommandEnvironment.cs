namespace Injector.Contracts.Agent.Configuration;

/// <summary>The <c>env</c> section of a command.</summary>
public sealed record CommandEnvironment
{
    /// <summary>True: nothing is inherited. Default false.</summary>
    public bool Pristine { get; init; }

    /// <summary><c>NAME=value</c> pairs added at the end.</summary>
    public IReadOnlyList<string> Custom { get; init; } = [];

    /// <summary>Globs of inherited names; empty: all.</summary>
    public IReadOnlyList<string> Allowlist { get; init; } = [];

    /// <summary>Globs of names never inherited.</summary>
    public IReadOnlyList<string> Denylist { get; init; } = [];
}
