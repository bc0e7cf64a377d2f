using Injector.Contracts.Injection;

namespace Injector.Injection.Agents;

/// <summary>How a native sidecar holds the app back, and how long a start may fail.</summary>
internal sealed record GateOptions
{
    public required StartGate Gate { get; init; }

    public required int ProbePeriodSeconds { get; init; }

    public required int ProbeTimeoutSeconds { get; init; }

    public required int ProbeFailures { get; init; }

    public required string InitPatience { get; init; }

    public required string InitDeadline { get; init; }
}
