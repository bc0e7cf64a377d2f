using System.Globalization;
using Injector.Contracts.Diagnostics;
using Injector.Rendering.Processes;
using Injector.Rendering.Storage;

namespace Injector.Rendering.Commands;

/// <summary>Runs one command within its time limit. A failure is a diagnostic: the file is published all the same.</summary>
internal sealed class CommandRunner
{
    private readonly CommandSurroundings _surroundings;
    private readonly TimeProvider _time;
    private readonly Func<double> _chance;

    public CommandRunner(CommandSurroundings surroundings, TimeProvider time, Func<double> chance)
    {
        _surroundings = surroundings;
        _time = time;
        _chance = chance;
    }

    /// <summary>Runs it; null when it ended well, or is not waited for.</summary>
    public async Task<Diagnostic?> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        if (run.Command.Line is not CommandLine.Direct line)
        {
            return Catalogue.Publishing.CommandNeedsShell.For(run.Destination, run.Destination);
        }

        if (run.Command.Splay > TimeSpan.Zero)
        {
            await Task.Delay(run.Command.Splay * _chance(), _time, cancellationToken);
        }

        try
        {
            var environment = run.Command.Environment.Apply(_surroundings.OwnVariables, _surroundings.ConnectionVariables);
            var child = _surroundings.Processes.Start(new ProcessRequest(line.Words, environment));
            return run.Command.TimeLimit == TimeSpan.Zero ? null : await WaitAsync(run, line.Words[0], child, cancellationToken);
        }
        catch (FileOperationException fault)
        {
            return Catalogue.Publishing.CommandNotStarted.For(run.Destination, run.Destination, line.Words[0], fault.Reason);
        }
    }

    private async Task<Diagnostic?> WaitAsync(CommandRun run, string program, IChildProcess child, CancellationToken cancellationToken)
    {
        try
        {
            var code = await child.Exited.WaitAsync(run.Command.TimeLimit, _time, cancellationToken);
            return code == 0
                ? null
                : Catalogue.Publishing.CommandFailed.For(run.Destination, run.Destination, program, code.ToString(CultureInfo.InvariantCulture));
        }
        catch (TimeoutException)
        {
            await ProcessEnd.StopAsync(child, run.Command.KillSignal, run.Command.KillGrace, _time);
            return Catalogue.Publishing.CommandTimedOut.For(
                run.Destination,
                run.Destination,
                program,
                run.Command.TimeLimit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture));
        }
        catch (OperationCanceledException)
        {
            await ProcessEnd.StopAsync(child, SignalNumber.Terminate, TimeSpan.Zero, _time);
            throw;
        }
    }
}
