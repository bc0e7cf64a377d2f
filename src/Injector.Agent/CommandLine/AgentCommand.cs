namespace Injector.Agent.CommandLine;

/// <summary>The sub commands.</summary>
internal enum AgentCommand
{
    Help,
    Version,
    Agent,
    Wait,
    Status,
    Health,
    TokenRevokeSelf,
}
