using Injector.TestKit.Processes;

namespace Injector.TestKit.Agents;

/// <summary>The published agent, running.</summary>
public sealed class AgentProcess : IAsyncDisposable
{
    private readonly RunningProgram _program;

    private AgentProcess(RunningProgram program) => _program = program;

    /// <summary>The process's id.</summary>
    public int Id => _program.Id;

    /// <summary>Everything it said so far, line by line.</summary>
    public IReadOnlyList<string> Log => _program.Log;

    /// <summary>Starts the agent as its container would.</summary>
    /// <param name="workplace">Its files.</param>
    /// <returns>The running agent.</returns>
    public static AgentProcess Start(AgentWorkplace workplace)
    {
        workplace.Save();
        string[] line = [.. workplace.Launcher, PublishedPrograms.Agent, "agent", $"-config={workplace.ConfigurationFile}"];
        var environment = new Dictionary<string, string>(workplace.Variables, StringComparer.Ordinal);
        environment.TryAdd("HOME", workplace.Home);
        environment.TryAdd("INJECTOR_TERMINATION_LOG", workplace.TerminationLog);
        return new AgentProcess(RunningProgram.Start(line[0], line[1..], environment, static (_, _) => { }));
    }

    /// <summary>Runs another command of the agent's program, as <c>kubectl exec</c> would.</summary>
    /// <param name="workplace">The files of the running agent.</param>
    /// <param name="arguments">The command.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <returns>How it ended.</returns>
    public static Task<CommandResult> AskAsync(AgentWorkplace workplace, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        CommandLine.RunAsync(
            PublishedPrograms.Agent, arguments, cancellationToken, new Dictionary<string, string> { ["HOME"] = workplace.Home });

    /// <summary>Sends a signal.</summary>
    /// <param name="name">For example <c>TERM</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the signal was sent.</returns>
    public Task SignalAsync(string name, CancellationToken cancellationToken) => _program.SignalAsync(name, cancellationToken);

    /// <summary>Waits until the agent has ended.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its exit code.</returns>
    public Task<int> WaitForExitAsync(CancellationToken cancellationToken) => _program.WaitForExitAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
