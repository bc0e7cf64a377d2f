using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Agent.CommandLine;

/// <summary>What the command line asks for, in the reference's spelling: single or double dashes, <c>-flag=value</c> or <c>-flag value</c>.</summary>
internal sealed record AgentCommandLine
{
    public required AgentCommand Command { get; init; }

    public IReadOnlyList<string> Configurations { get; init; } = [];

    public VaultConnection Connection { get; init; } = new();

    public bool ExitAfterAuth { get; init; }

    public string? LogLevel { get; init; }

    public string? LogFormat { get; init; }

    public string? LogFile { get; init; }

    public LogFileSettings LogFileSettings { get; init; } = new();

    public bool CombineLogs { get; init; }

    /// <summary>Output of <c>status</c>: <c>json</c> or null.</summary>
    public string? Output { get; init; }

    /// <summary>Limit of <c>wait</c>; null: none.</summary>
    public string? Timeout { get; init; }

    public IReadOnlyList<Diagnostic> Faults { get; init; } = [];
}
