using Injector.Contracts.Agent;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Rendering.Commands;
using Injector.Rendering.Processes;
using Injector.Rendering.Publishing;
using Injector.Rendering.Running;
using Injector.Rendering.Status;
using Injector.Rendering.Storage;
using Injector.Vault;
using Injector.Vault.Kv;
using Injector.Vault.Login;

namespace Injector.Rendering.Supervision;

/// <summary>
/// Runs a program with variables rendered from secrets, and restarts it when they change. The agent ends with the program, and with its
/// exit code. In the settings of its engine every template's destination is the name of a variable.
/// </summary>
public sealed class SupervisedEngine
{
    private const string Source = "exec.server";

    private readonly EnvironmentOutlet _outlet = new();
    private readonly RenderingEngine _engine;
    private readonly SupervisedProgram _program;
    private readonly CommandSurroundings _surroundings;
    private readonly Completion _completion;
    private readonly TimeProvider _time;
    private readonly IEventLog _log;

    /// <summary>An engine for these variables and this program.</summary>
    public SupervisedEngine(
        RenderingSettings settings,
        SupervisedProgram program,
        IVaultClient client,
        MountTable mounts,
        ITokenSource tokens,
        RenderingSurroundings surroundings)
    {
        _engine = new RenderingEngine(settings, _outlet, client, mounts, tokens, surroundings);
        _program = program;
        _completion = settings.Completion;
        _time = surroundings.Time;
        _log = surroundings.Log;
        _surroundings = surroundings.Commands ?? throw new ArgumentException("A supervised program needs a process starter.", nameof(surroundings));
    }

    /// <summary>Completes when every variable was rendered once.</summary>
    public Task FirstPublication => _engine.FirstPublication;

    /// <summary>What can be said about secrets and variables at this moment.</summary>
    public RenderingSnapshot Snapshot() => _engine.Snapshot();

    /// <summary>Renders and runs the program until it ends, until the start phase gives up, or until it is cancelled.</summary>
    /// <param name="cancellationToken">Stops program and rendering.</param>
    /// <returns>How it ended; the exit code is the program's.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled; the program is stopped.</exception>
    public async Task<RenderingOutcome> RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rendering = _engine.RunAsync(stop.Token);
        var program = _completion == Completion.AfterFirstPublication ? null : SuperviseAsync(stop.Token);
        try
        {
            return await await Task.WhenAny(rendering, program ?? rendering);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll((Task)rendering, program ?? (Task)rendering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<RenderingOutcome> SuperviseAsync(CancellationToken stop)
    {
        await _engine.FirstPublication.WaitAsync(stop);
        await WaitUntilQuietAsync(stop);
        while (true)
        {
            var changed = _outlet.Changed;
            IChildProcess child;
            try
            {
                child = Start();
            }
            catch (FileOperationException fault)
            {
                return new RenderingOutcome(
                    ExitCodes.Failure,
                    Catalogue.Publishing.ProcessNotStarted.For(_program.Words[0], _program.Words[0], fault.Reason));
            }

            if (await WatchAsync(child, changed, stop) is { } code)
            {
                return new RenderingOutcome(code, null);
            }
        }
    }

    /// <summary>Watches a running program; its exit code when it ended by itself, null when it was stopped for a restart.</summary>
    private async Task<int?> WatchAsync(IChildProcess child, Task changed, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.WhenAny(child.Exited, changed).WaitAsync(stop);
                if (child.Exited.IsCompleted)
                {
                    return await child.Exited;
                }

                changed = _outlet.Changed;
                if (_program.Change == VariableChange.IsLogged)
                {
                    _log.Write(EventLevel.Info, Source, "a secret changed; the process goes on with the old one");
                    continue;
                }

                await WaitUntilQuietAsync(stop);
                if (!child.Exited.IsCompleted)
                {
                    _log.Write(EventLevel.Info, Source, "a secret changed; restarting the process");
                    await ProcessEnd.StopAsync(child, _program.StopSignal, SupervisedProgram.StopGrace, _time);
                    return null;
                }
            }
        }
        catch (OperationCanceledException)
        {
            await ProcessEnd.StopAsync(child, _program.StopSignal, SupervisedProgram.StopGrace, _time);
            throw;
        }
    }

    private IChildProcess Start()
    {
        var environment = EnvironmentRules.InheritAll.Apply(_surroundings.OwnVariables, new Dictionary<string, string>());
        foreach (var (name, value) in _outlet.Variables)
        {
            environment[name] = value;
        }

        _log.Write(EventLevel.Info, Source, "starting the process", new EventField("program", _program.Words[0]));
        return _surroundings.Processes.Start(new ProcessRequest(_program.Words, environment) { OutputFile = _program.OutputFile, ErrorFile = _program.ErrorFile });
    }

    private async Task WaitUntilQuietAsync(CancellationToken stop)
    {
        while (true)
        {
            var changed = _outlet.Changed;
            var quiet = Task.Delay(SupervisedProgram.QuietTime, _time, stop);
            if (await Task.WhenAny(changed, quiet) == quiet)
            {
                await quiet;
                return;
            }
        }
    }
}
