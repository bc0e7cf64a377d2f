namespace Injector.Sandbox.Pods;

/// <summary>One container of a running pod at one moment.</summary>
public sealed record ContainerStatus
{
    /// <summary>The container's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its part in the pod.</summary>
    public required ContainerRole Role { get; init; }

    /// <summary>What it does now.</summary>
    public required ContainerState State { get; init; }

    /// <summary>How it ended before it was started again; null when it never was.</summary>
    public ContainerState.Terminated? LastState { get; init; }

    /// <summary>How often it was started again.</summary>
    public int RestartCount { get; init; }

    /// <summary>Whether its post-start hook has ended and its startup probe has passed.</summary>
    public bool IsStarted { get; init; }

    /// <summary>Whether its readiness probe passes.</summary>
    public bool IsReady { get; init; }

    /// <summary>The process id of its program on this machine; null when it does not run.</summary>
    public int? ProcessId { get; init; }

    /// <summary>The last termination message, of this or of the previous attempt; empty when there is none.</summary>
    public string TerminationMessage => (State as ContainerState.Terminated ?? LastState)?.Message ?? string.Empty;
}
