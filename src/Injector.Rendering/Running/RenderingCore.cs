using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Rendering.Commands;
using Injector.Rendering.Dependencies;
using Injector.Rendering.Fetching;
using Injector.Rendering.Leases;
using Injector.Rendering.Publishing;
using Injector.Rendering.Templating;
using Injector.Templates.Dependencies;
using Injector.Vault.Login;

namespace Injector.Rendering.Running;

/// <summary>
/// The state of rendering and every decision about it, without any waiting: answers go in, requests come out. The engine around it waits;
/// a test drives it through a simulated week in a moment.
/// </summary>
internal sealed class RenderingCore
{
    private readonly RenderingSettings _settings;
    private readonly DependencyTable _table;
    private readonly PublicationQueue _queue;
    private readonly CommandQueue _commands = new();
    private readonly StartPhase _start;
    private readonly HandOverKeeper _handOver;
    private readonly WithdrawnFiles _withdrawn;
    private readonly SuspensionWatch _suspension;
    private readonly FaultReminder _reminder;
    private readonly RenderingReport _report;
    private readonly TemplateSet _templates;
    private readonly TimeProvider _time;
    private readonly long _origin;

    public RenderingCore(RenderingSettings settings, LeaseClock clock, IOutlet outlet, RenderingReport report, RenderingSurroundings surroundings)
    {
        _settings = settings;
        _report = report;
        _time = surroundings.Time;
        _origin = _time.GetTimestamp();
        _table = new DependencyTable(clock, settings.Retry, surroundings.Chance);
        _queue = new PublicationQueue(outlet, new ExtraFiles(surroundings.Files, report), settings.Retry, _time, surroundings.Chance);
        _start = new StartPhase(settings);
        _handOver = new HandOverKeeper(settings, report, _time);
        _withdrawn = new WithdrawnFiles(settings.Withdrawn, outlet, report);
        _suspension = new SuspensionWatch(_time);
        _reminder = new FaultReminder(report, surroundings.Causes ?? new StandingCauses(_time));
        _templates = new TemplateSet(
            settings.Templates,
            _table,
            new AgentTemplateHost(_table, _time, surroundings.Chance, surroundings.Environment),
            report);
    }

    /// <summary>How rendering ended; null: it goes on.</summary>
    public RenderingOutcome? Outcome { get; private set; }

    /// <summary>Whether every file was published, or found to be right, at least once, and the commands have run.</summary>
    public bool IsFirstPublicationDone { get; private set; }

    public IReadOnlyList<TemplateSlot> Slots => _templates.Slots;

    public DependencyTable Table => _table;

    /// <summary>The token that a request was sent with and that the server does not accept any more; null: none.</summary>
    public VaultToken? RefusedToken { get; private set; }

    private ChangeTiming Timing => IsFirstPublicationDone ? ChangeTiming.Collected : ChangeTiming.AtOnce;

    public TimeSpan Now => _time.GetElapsedTime(_origin);

    public void Accept(VaultToken token)
    {
        _start.Begin(Now);
        _table.Accept(token, Now);
        RefusedToken = null;
        _handOver.Begin(token, _commands);
        _templates.Revive(_handOver, Now, Timing);
    }

    public void Accept(WatchJob job, Fetched fetched)
    {
        if (fetched.Fault is { IsInvalidToken: true })
        {
            RefusedToken = job.Token;
        }

        if (_table.Accept(job, fetched, Now) is not { } change)
        {
            return;
        }

        _handOver.IsDirty |= change.Watch.Envelope is not null;
        _reminder.Note(fetched.Fault, _table);
        if (change.IsNewFault)
        {
            _reminder.Say(change.Watch, _table, job.Token, Now);
        }

        if (change.HasRecovered)
        {
            _report.Recovered(change.Watch);
        }

        if (change.HasNewValue || change.HasRecovered)
        {
            _templates.Touch(change.Watch.Dependency, change.HasNewValue, Now, Timing);
        }
    }

    public void Accept(WatchJob job, Renewed renewed)
    {
        if (renewed.Fault is { IsInvalidToken: true })
        {
            RefusedToken = job.Token;
        }

        if (_table.Accept(job, renewed, Now) is not { } change)
        {
            return;
        }

        _handOver.IsDirty = true;
        _reminder.Note(renewed.Fault, _table);
        if (change.RenewalFault is { } fault)
        {
            _reminder.SayUnrenewed(change.Watch, fault, job.Token);
        }

        if (change.Watch.NextAction == WatchAction.Fetch)
        {
            _report.LeaseEnded(change.Watch);
        }
    }

    /// <summary>Takes what the server says about a token in doubt.</summary>
    public void Accept(VaultToken token, TokenVerdict verdict)
    {
        switch (verdict)
        {
            case TokenVerdict.Good:
                _withdrawn.Trust(token, Now);
                break;
            case TokenVerdict.Refused:
                RefusedToken = token;
                break;
        }
    }

    /// <summary>Takes the end of a command.</summary>
    public void Accept(CommandRun run, Diagnostic? fault)
    {
        _commands.Finish(run);
        _handOver.IsDirty = true;
        if (fault is not null)
        {
            _report.CommandFailed(run, fault);
        }
    }

    /// <summary>Runs what has to run, publishes what is ready, and decides whether to go on.</summary>
    public void Work()
    {
        if (_suspension.Missed(Now) is { Ticks: > 0 } missed)
        {
            _table.Catch(missed);
        }

        _templates.Run(_handOver, Now, Timing);
        var published = _queue.Publish(Slots, _table, Now);
        if (published.Count > 0)
        {
            foreach (var file in published)
            {
                Note(file);
            }

            _commands.Take(published, Slots);
            _handOver.IsDirty = true;
        }

        _withdrawn.Remove(Slots, _table, Now);
        _reminder.Remind(Slots, _table, Now);
        Judge();
        if (!_table.AwaitsFirstAnswers(Now))
        {
            _handOver.Save(_table, _commands, Now);
        }
    }

    /// <summary>The requests to make now.</summary>
    public List<WatchJob> TakeJobs() => _table.TakeDueJobs(Now);

    /// <summary>A token to ask the server about; null: none.</summary>
    public VaultToken? TakeTokenInDoubt() => _withdrawn.TakeTokenInDoubt();

    /// <summary>The commands to run now, in order.</summary>
    public IReadOnlyList<CommandRun> TakeCommands() => _commands.TakeDue();

    /// <summary>When there is something to do even if no answer comes; null: nothing.</summary>
    public TimeSpan? NextDue()
    {
        var next = Moments.Earlier(_table.NextDue(), _queue.NextDue(Slots));
        next = Moments.Earlier(next, IsFirstPublicationDone ? null : _start.NextDue is { } due && due > Now ? due : null);
        next = Moments.Earlier(next, FaultReminder.NextDue(Slots, _table));
        foreach (var slot in Slots)
        {
            next = Moments.Earlier(next, slot.QuietUntil);
        }

        return next;
    }

    private void Note(PublishedFile file)
    {
        if (file.Change == FileChange.Failed)
        {
            var slot = _templates.Find(file.Target.Destination);
            if (slot is { Failures: 1 })
            {
                _reminder.Say(slot, Slots, Now);
            }
            else if (slot is null && file.Fault is { } fault)
            {
                _report.Note(fault);
            }

            return;
        }

        _report.Published(file);
    }

    private void Judge()
    {
        if (IsFirstPublicationDone || Outcome is not null)
        {
            return;
        }

        // A process that renders nothing still has its token to hand over.
        IsFirstPublicationDone = _commands.IsIdle
            && (_settings.HandOver is null || _table.Token is not null)
            && _templates.AreSettled;
        if (IsFirstPublicationDone)
        {
            _handOver.End();
        }

        if (!IsFirstPublicationDone)
        {
            Outcome = _start.Judge(Slots, _table, Now);
        }
        else if (_settings.Completion == Completion.AfterFirstPublication)
        {
            _handOver.IsDirty = true;
            Outcome = RenderingOutcome.Done;
        }
    }
}
