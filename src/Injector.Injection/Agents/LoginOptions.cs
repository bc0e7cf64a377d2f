namespace Injector.Injection.Agents;

/// <summary>How the agent logs in.</summary>
internal sealed record LoginOptions
{
    public required string Type { get; init; }

    public required string Path { get; init; }

    public required string MinBackoff { get; init; }

    public required string MaxBackoff { get; init; }

    /// <summary>Settings of the method, the role and the token's path among them.</summary>
    public required IReadOnlyDictionary<string, string> Config { get; init; }

    public required bool ExitOnError { get; init; }
}
