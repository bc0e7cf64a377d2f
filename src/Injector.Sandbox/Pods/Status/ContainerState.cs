namespace Injector.Sandbox.Pods;

/// <summary>What a container is doing.</summary>
public abstract record ContainerState
{
    private ContainerState()
    {
    }

    /// <summary>It has not started, or is waiting to be started again.</summary>
    /// <param name="Reason">For example <c>PodInitializing</c> or <c>CrashLoopBackOff</c>.</param>
    /// <param name="Message">More about it; may be empty.</param>
    public sealed record Waiting(string Reason, string Message) : ContainerState;

    /// <summary>It runs.</summary>
    /// <param name="StartedAt">When its program was executed.</param>
    public sealed record Running(DateTimeOffset StartedAt) : ContainerState;

    /// <summary>It has ended.</summary>
    /// <param name="ExitCode">Its exit code; 128 + signal when a signal ended it.</param>
    /// <param name="Reason"><c>Completed</c>, <c>Error</c> or <c>StartError</c>.</param>
    /// <param name="Message">What it wrote to its termination message file.</param>
    /// <param name="StartedAt">When its program was executed.</param>
    /// <param name="FinishedAt">When its program ended.</param>
    public sealed record Terminated(int ExitCode, string Reason, string Message, DateTimeOffset StartedAt, DateTimeOffset FinishedAt) : ContainerState;
}
