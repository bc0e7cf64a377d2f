using System.Collections.Concurrent;
using System.Diagnostics;

namespace Injector.TestKit.Agents;

/// <summary>The published agent, running.</summary>
public sealed class AgentProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();

    private AgentProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += Collect;
        process.ErrorDataReceived += Collect;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The process's id.</summary>
    public int Id => _process.Id;

    /// <summary>Everything it said so far, line by line.</summary>
    public IReadOnlyList<string> Log => [.. _log];

    /// <summary>Starts the agent as its container would.</summary>
    /// <param name="workplace">Its files.</param>
    /// <returns>The running agent.</returns>
    public static AgentProcess Start(AgentWorkplace workplace)
    {
        workplace.Save();
        string[] line = [.. workplace.Launcher, PublishedPrograms.Agent, "agent", $"-config={workplace.ConfigurationFile}"];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["HOME"] = workplace.Home;
        start.Environment["INJECTOR_TERMINATION_LOG"] = workplace.TerminationLog;
        foreach (var (name, value) in workplace.Variables)
        {
            start.Environment[name] = value;
        }

        return new AgentProcess(Process.Start(start) ?? throw new InvalidOperationException($"'{PublishedPrograms.Agent}' did not start."));
    }

    /// <summary>Runs another command of the agent's program, as <c>kubectl exec</c> would.</summary>
    /// <param name="workplace">The files of the running agent.</param>
    /// <param name="arguments">The command.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <returns>How it ended.</returns>
    public static Task<Processes.CommandResult> AskAsync(AgentWorkplace workplace, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        Processes.CommandLine.RunAsync(
            PublishedPrograms.Agent, arguments, cancellationToken, new Dictionary<string, string> { ["HOME"] = workplace.Home });

    /// <summary>Sends a signal.</summary>
    /// <param name="name">For example <c>TERM</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the signal was sent.</returns>
    public async Task SignalAsync(string name, CancellationToken cancellationToken)
    {
        var result = await Processes.CommandLine.RunAsync("kill", [$"-{name}", $"{_process.Id}"], cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException(result.Error);
        }
    }

    /// <summary>Waits until the agent has ended.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Collect(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            _log.Enqueue(text);
        }
    }
}
