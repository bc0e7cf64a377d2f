namespace Injector.Contracts.Agent.Configuration;

/// <summary>A file that receives the agent's token.</summary>
/// <param name="Path">Where the token is written, without a newline.</param>
public sealed record TokenSink(string Path)
{
    /// <summary>File mode. Default 0640.</summary>
    public int Mode { get; init; } = 0b110_100_000;
}
