namespace Injector.Contracts.Agent.Configuration;

/// <summary>The top-level <c>exec</c> section: the process the agent runs with rendered variables.</summary>
public sealed record SupervisedProcess
{
    /// <summary>Program and arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>False: <c>restart_on_secret_changes = "never"</c>. Default true.</summary>
    public bool RestartOnSecretChanges { get; init; } = true;

    /// <summary>Signal that stops the process; null: <c>SIGTERM</c>.</summary>
    public string? RestartStopSignal { get; init; }

    /// <summary><c>child_process_stdout</c>: file that its output is appended to; null: the agent's output.</summary>
    public string? OutputFile { get; init; }

    /// <summary><c>child_process_stderr</c>: file that its errors are appended to; null: the agent's.</summary>
    public string? ErrorFile { get; init; }
}
