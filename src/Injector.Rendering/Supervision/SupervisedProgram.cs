using Injector.Rendering.Processes;

namespace Injector.Rendering.Supervision;

/// <summary>The program the agent runs with rendered variables: the <c>exec</c> section.</summary>
/// <param name="Words">Program and arguments.</param>
public sealed record SupervisedProgram(IReadOnlyList<string> Words)
{
    /// <summary>How long variables must stay as they are before the program is started.</summary>
    public static readonly TimeSpan QuietTime = TimeSpan.FromSeconds(2);

    /// <summary>How long a stopped program may take before it is killed.</summary>
    public static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(30);

    /// <summary>What a change means.</summary>
    public VariableChange Change { get; init; }

    /// <summary>The signal that asks it to end.</summary>
    public int StopSignal { get; init; } = SignalNumber.Terminate;

    /// <summary>File that its standard output is appended to; null: the agent's own.</summary>
    public string? OutputFile { get; init; }

    /// <summary>File that its standard error is appended to; null: the agent's own.</summary>
    public string? ErrorFile { get; init; }
}
