namespace Injector.Contracts.Injection;

/// <summary>Which agent is put into pods.</summary>
public enum AgentEngine
{
    /// <summary>Our own agent, started without a shell. The default.</summary>
    Injector,

    /// <summary>HashiCorp's or OpenBao's agent image, with the reference injector's exact command, environment and configuration.</summary>
    Vault,
}
