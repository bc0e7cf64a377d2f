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

    /// <summary>True: requests without <c>X-Vault-Request: true</c> are refused. Default false.</summary>
    public bool RequireRequestHeader { get; init; }

    /// <summary><c>default</c> or <c>metrics_only</c>; null: <c>default</c>.</summary>
    public string? Role { get; init; }

    /// <summary>PEM certificate of the listener; null: none.</summary>
    public string? TlsCertFile { get; init; }

    /// <summary>PEM key of the listener; null: none.</summary>
    public string? TlsKeyFile { get; init; }
}
