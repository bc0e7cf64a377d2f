using Injector.Contracts.Agent;
using Injector.Contracts.Diagnostics;

namespace Injector.Agent.Hosting;

/// <summary>How the process ends.</summary>
internal sealed record AgentOutcome(int ExitCode, Diagnostic? Diagnostic)
{
    public static AgentOutcome Done { get; } = new(ExitCodes.Success, null);

    public static AgentOutcome Failed(int exitCode, Diagnostic diagnostic) => new(exitCode, diagnostic);
}
