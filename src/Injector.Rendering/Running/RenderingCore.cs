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
    private readonly StartPhase _start;
    private readonly RenderingReport _report;
    private readonly AgentTemplateHost _host;
    private readonly List<TemplateSlot> _slots = [];
    private readonly List<PublishedFile> _written = [];
    private readonly TimeProvider _time;
    private readonly long _origin;
    private bool _needsCleaning;

    public RenderingCore(RenderingSettings settings, LeaseClock clock, Publisher publisher, RenderingReport report, RenderingSurroundings surroundings)
    {
        _settings = settings;
        _report = report;
        _time = surroundings.Time;
        _origin = _time.GetTimestamp();
        _table = new DependencyTable(clock, settings.Retry, surroundings.Chance);
        _queue = new PublicationQueue(publisher, settings.Retry, _time, surroundings.Chance);
        _start = new StartPhase(settings);
        _host = new AgentTemplateHost(_table, _time, surroundings.Chance, surroundings.Environment);
        foreach (var template in settings.Templates)
        {
            _slots.Add(new TemplateSlot(template));
        }
    }

    /// <summary>How rendering ended; null: it goes on.</summary>
    public RenderingOutcome? Outcome { get; private set; }

    /// <summary>Whether every file was published, or found to be right, at least once.</summary>
    public bool IsFirstPublicationDone { get; private set; }

    public IReadOnlyList<TemplateSlot> Slots => _slots;

    public DependencyTable Table => _table;

    /// <summary>The token that a request was sent with and that the server does not accept any more; null: none.</summary>
    public VaultToken? RefusedToken { get; private set; }

    public TimeSpan Now => _time.GetElapsedTime(_origin);

    public void Accept(VaultToken token)
    {
        _start.Begin(Now);
        _table.Accept(token, Now);
        RefusedToken = null;
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

        if (change.IsNewFault)
        {
            _report.Failed(change.Watch, Now);
        }

        if (change.HasRecovered)
        {
            _report.Recovered(change.Watch);
        }

        if (change.HasNewValue)
        {
            Touch(change.Watch.Dependency);
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

        if (change.RenewalFault is { } fault)
        {
            _report.RenewalFailed(change.Watch, fault.Diagnostic);
        }

        if (change.Watch.NextAction == WatchAction.Fetch)
        {
            _report.LeaseEnded(change.Watch);
        }
    }

    /// <summary>Runs what has to run, publishes what is ready, and decides whether to go on.</summary>
    public void Work()
    {
        RunTemplates();
        foreach (var file in _queue.Publish(_slots, _table, Now))
        {
            Note(file);
        }

        Remind();
        Judge();
    }

    /// <summary>The requests to make now.</summary>
    public List<WatchJob> TakeJobs() => _table.TakeDueJobs(Now);

    /// <summary>The files whose content was written since the last call, in the order of the templates.</summary>
    public IReadOnlyList<PublishedFile> TakeWritten()
    {
        var written = _written.ToArray();
        _written.Clear();
        return written;
    }

    /// <summary>When there is something to do even if no answer comes; null: nothing.</summary>
    public TimeSpan? NextDue()
    {
        var next = Moments.Earlier(_table.NextDue(), _queue.NextDue(_slots));
        next = Moments.Earlier(next, IsFirstPublicationDone ? null : _start.NextDue is { } due && due > Now ? due : null);
        foreach (var slot in _slots)
        {
            next = Moments.Earlier(next, slot.QuietUntil);
            next = Moments.Earlier(next, slot.Fault is null ? null : slot.FaultReportedAt + RenderingReport.Reminder);
        }

        foreach (var watch in _table.Watches)
        {
            next = Moments.Earlier(next, watch.Fault is null ? null : watch.FaultReportedAt + RenderingReport.Reminder);
        }

        return next;
    }

    private void Touch(Dependency dependency)
    {
        foreach (var slot in _slots)
        {
            if (slot.Uses(dependency))
            {
                slot.Touch(Now, IsFirstPublicationDone ? ChangeTiming.Collected : ChangeTiming.AtOnce);
            }
        }
    }

    private void RunTemplates()
    {
        var now = Now;
        foreach (var slot in _slots)
        {
            if (!slot.RunIfDue(_host, now))
            {
                continue;
            }

            _needsCleaning = true;
            if (slot.IsBroken)
            {
                _report.Failed(slot, now);
            }
        }

        if (_needsCleaning)
        {
            _needsCleaning = false;
            ForgetUnused();
        }
    }

    private void ForgetUnused()
    {
        var used = new HashSet<Dependency>();
        foreach (var slot in _slots)
        {
            used.UnionWith(slot.Used);
        }

        if (used.Count < _table.Watches.Count)
        {
            _table.KeepOnly(used);
        }
    }

    private void Note(PublishedFile file)
    {
        if (file.Change == FileChange.Failed)
        {
            if (_slots.Find(slot => slot.Destination == file.Target.Destination) is { Failures: 1 } slot)
            {
                _report.Failed(slot, Now);
            }

            return;
        }

        _report.Published(file);
        if (file.Change == FileChange.Content)
        {
            _written.Add(file);
        }
    }

    private void Remind()
    {
        var now = Now;
        foreach (var watch in _table.Watches)
        {
            if (watch.Fault is not null && now - watch.FaultReportedAt >= RenderingReport.Reminder)
            {
                _report.Failed(watch, now);
            }
        }

        foreach (var slot in _slots)
        {
            if (slot.Fault is not null && now - slot.FaultReportedAt >= RenderingReport.Reminder)
            {
                _report.Failed(slot, now);
            }
        }
    }

    private void Judge()
    {
        if (IsFirstPublicationDone || Outcome is not null)
        {
            return;
        }

        IsFirstPublicationDone = _slots.TrueForAll(slot => slot.WasPublished || (slot.IsBroken && slot.Template.Failure == TemplateFailure.Reported));
        if (!IsFirstPublicationDone)
        {
            Outcome = _start.Judge(_slots, _table, Now);
        }
        else if (_settings.Completion == Completion.AfterFirstPublication)
        {
            Outcome = RenderingOutcome.Done;
        }
    }
}
