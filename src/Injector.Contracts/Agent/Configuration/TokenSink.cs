namespace Injector.Contracts.Agent.Configuration;

/// <summary>A file that receives the agent's token.</summary>
/// <param name="Path">Where the token is written, without a newline.</param>
public sealed record TokenSink(string Path)
{
    /// <summary>File mode. Default 0640.</summary>
    public int Mode { get; init; } = 0b110_100_000;

    /// <summary>Wraps the token for this long before it is written, as text; null: no wrapping.</summary>
    public string? WrapTtl { get; init; }

    /// <summary>How the token is encrypted before it is written; null: not at all.</summary>
    public SinkEncryption? Encryption { get; init; }

    /// <summary>Owner's user id; null: the agent's.</summary>
    public int? Owner { get; init; }

    /// <summary>Owner's group id; null: the agent's.</summary>
    public int? Group { get; init; }
}
