using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Injector.Rendering.Commands;
using Injector.Rendering.Dependencies;
using Injector.Rendering.Fetching;
using Injector.Rendering.Leases;
using Injector.Rendering.Publishing;
using Injector.Rendering.Status;
using Injector.Vault;
using Injector.Vault.Kv;
using Injector.Vault.Login;

namespace Injector.Rendering.Running;

/// <summary>
/// Turns secrets into files and keeps them fresh: waits for tokens, answers and moments, and lets the core decide. One loop changes all
/// state; requests run beside it.
/// </summary>
public sealed class RenderingEngine
{
    private readonly RenderingCore _core;
    private readonly Lock _coreLock = new();
    private readonly JobRunner _jobs;
    private readonly ITokenSource _tokens;
    private readonly TimeProvider _time;
    private readonly RenderingReport _report;
    private readonly Channel<Action<RenderingCore>> _events = Channel.CreateUnbounded<Action<RenderingCore>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource _firstPublication = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CommandRunner? _commandRunner;
    private readonly List<Task> _running = [];
    private readonly Action? _idle;
    private bool _isBusy;
    private Task _lastCommands = Task.CompletedTask;

    /// <summary>An engine for these templates.</summary>
    /// <param name="settings">What to render, and how.</param>
    /// <param name="client">The door to Vault.</param>
    /// <param name="mounts">Knows the server's mounts; shared with the rest of the process.</param>
    /// <param name="tokens">Gives the token.</param>
    /// <param name="surroundings">What rendering takes from its process.</param>
    public RenderingEngine(RenderingSettings settings, IVaultClient client, MountTable mounts, ITokenSource tokens, RenderingSurroundings surroundings)
        : this(settings, new Publisher(surroundings.Files, settings.Volumes, surroundings.Time), client, mounts, tokens, surroundings)
    {
    }

    internal RenderingEngine(
        RenderingSettings settings,
        IOutlet outlet,
        IVaultClient client,
        MountTable mounts,
        ITokenSource tokens,
        RenderingSurroundings surroundings)
    {
        _tokens = tokens;
        _time = surroundings.Time;
        _idle = surroundings.Idle;
        var clock = new LeaseClock(settings.Refresh, surroundings.Chance);
        var fetcher = new VaultFetcher(client, mounts, clock, _time);
        _jobs = new JobRunner(
            fetcher,
            new CertificateFetcher(fetcher, surroundings.Files, settings.Refresh, _time),
            new LocalFileFetcher(surroundings.Files));
        _report = new RenderingReport(surroundings.Log);
        _core = new RenderingCore(settings, clock, outlet, _report, surroundings);
        _commandRunner = surroundings.Commands is { } commands ? new CommandRunner(commands, _time, surroundings.Chance) : null;
    }

    /// <summary>Completes when every file was published, or found to be right, once and its commands have run.</summary>
    public Task FirstPublication => _firstPublication.Task;

    /// <summary>What can be said about secrets and files at this moment. No secret values. May be called from any thread.</summary>
    public RenderingSnapshot Snapshot()
    {
        lock (_coreLock)
        {
            return RenderingSnapshot.Of(_core, _report, _time);
        }
    }

    /// <summary>Renders until everything asked for is done, until the start phase gives up, or until it is cancelled.</summary>
    /// <param name="cancellationToken">Stops rendering; files stay as they are.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<RenderingOutcome> RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = new EngineTimer(_time, _events.Writer);
        _running.Add(WatchTokensAsync(stop.Token));
        try
        {
            while (true)
            {
                if (Advance(timer, stop.Token) is { } outcome)
                {
                    return outcome;
                }

                TellIdle();
                await _events.Reader.WaitToReadAsync(cancellationToken);
                TakeEvents();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private RenderingOutcome? Advance(EngineTimer timer, CancellationToken stop)
    {
        List<WatchJob> jobs;
        IReadOnlyList<CommandRun> commands;
        VaultToken? inDoubt;
        TimeSpan? due;
        lock (_coreLock)
        {
            _core.Work();
            jobs = _core.TakeJobs();
            commands = _core.TakeCommands();
            inDoubt = _core.TakeTokenInDoubt();
            due = _core.NextDue();
        }

        foreach (var job in jobs)
        {
            Start(RunJobAsync(_jobs.RunAsync(job, stop)));
        }

        if (inDoubt is not null)
        {
            Start(RunJobAsync(_jobs.CheckAsync(inDoubt, stop)));
        }

        if (commands.Count > 0)
        {
            Start(_lastCommands = RunCommandsAsync(_lastCommands, commands, stop));
        }

        timer.Set(due, _core.Now);
        if (_core.RefusedToken is { } refused)
        {
            _tokens.ReportInvalid(refused);
        }

        if (_core.IsFirstPublicationDone)
        {
            _firstPublication.TrySetResult();
        }

        return _core.Outcome;
    }

    private void TakeEvents()
    {
        lock (_coreLock)
        {
            while (_events.Reader.TryRead(out var take))
            {
                take(_core);
            }
        }

        foreach (var task in _running)
        {
            if (task.IsFaulted)
            {
                ExceptionDispatchInfo.Throw(task.Exception.InnerException ?? task.Exception);
            }
        }

        _running.RemoveAll(task => task.IsCompletedSuccessfully);
    }

    private void Start(Task task)
    {
        _isBusy = true;
        if (!task.IsCompletedSuccessfully)
        {
            _running.Add(task);
        }
    }

    // The one task that always runs waits for tokens. Others leave an event behind before they end.
    private void TellIdle()
    {
        if (_isBusy && _running.Count == 1 && !_events.Reader.TryPeek(out _))
        {
            _isBusy = false;
            _idle?.Invoke();
        }
    }

    private async Task RunJobAsync(Task<Action<RenderingCore>> job)
    {
        try
        {
            _events.Writer.TryWrite(await job);
        }
        finally
        {
            // Also when it failed in a way nobody foresaw: the loop has to notice that.
            _events.Writer.TryWrite(static _ => { });
        }
    }

    // Commands run one after the other, also those of different publications; requests go on beside them.
    private async Task RunCommandsAsync(Task earlier, IReadOnlyList<CommandRun> commands, CancellationToken stop)
    {
        await earlier;
        foreach (var run in commands)
        {
            var fault = _commandRunner is null ? null : await _commandRunner.RunAsync(run, stop);
            _events.Writer.TryWrite(core => core.Accept(run, fault));
        }
    }

    private async Task WatchTokensAsync(CancellationToken stop)
    {
        VaultToken? known = null;
        while (true)
        {
            var token = await _tokens.WaitForOtherAsync(known, stop);
            known = token;
            _events.Writer.TryWrite(core => core.Accept(token));
        }
    }
}
