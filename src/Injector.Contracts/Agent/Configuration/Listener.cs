namespace Injector.Contracts.Agent.Configuration;

/// <summary>One <c>listener</c> section.</summary>
/// <param name="Type"><c>tcp</c> or <c>unix</c>.</param>
/// <param name="Address">Host and port, or the socket's path.</param>
public sealed record Listener(string Type, string Address)
{
    /// <summary>True: plain HTTP. Default false.</summary>
    public bool TlsDisable { get; init; }

    /// <summary>True: <c>POST /agent/v1/quit</c> ends the agent. Default false.</summary>
    public bool EnableQuit { get; init; }
}
