using Injector.Agent.CommandLine;
using Injector.Contracts.Agent.Configuration;
using Injector.Vault.Connection;

namespace Injector.Agent.Hosting;

/// <summary>Everything an agent run needs to know, checked.</summary>
internal sealed record AgentSettings(
    AgentConfiguration Configuration,
    VaultConnectionSettings Connection,
    AgentCommandLine CommandLine,
    IReadOnlyDictionary<string, string> Environment);
