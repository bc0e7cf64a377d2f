using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault;
using Injector.TestKit.Agents;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>What differs between scenes.</summary>
internal sealed record FaultSettings
{
    public SandboxTransport Transport { get; init; } = SandboxTransport.Http;

    /// <summary>The server's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The root token; null: any.</summary>
    public SecretText? RootToken { get; init; }

    /// <summary>Time for one call of the agent. Long where time-outs are not the matter: machines are busy.</summary>
    public string CallTimeout { get; init; } = "15s";

    /// <summary>Life of the agent's token.</summary>
    public string TokenTtl { get; init; } = "1h";

    /// <summary>Changes the workplace before the agent starts.</summary>
    public Action<AgentWorkplace> Adjust { get; init; } = _ => { };
}
