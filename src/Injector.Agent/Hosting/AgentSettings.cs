using Injector.Agent.CommandLine;
using Injector.Contracts.Agent.Configuration;
using Injector.Vault.Connection;

namespace Injector.Agent.Hosting;

/// <summary>Everything an agent run needs to know, checked.</summary>
internal sealed record AgentSettings(
    AgentConfiguration Configuration,
    VaultConnectionSettings Connection,
    AgentCommandLine CommandLine,
    IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Whose token proxied requests carry; the newer section wins.</summary>
    public ProxyToken ProxyToken => (Configuration.ApiProxyUseAutoAuthToken ?? Configuration.Cache?.UseAutoAuthToken) switch
    {
        "force" => ProxyToken.Always,
        "true" or "1" => ProxyToken.WhenAbsent,
        _ => ProxyToken.Callers,
    };
}
