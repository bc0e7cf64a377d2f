using Injector.Contracts.Diagnostics;
using Injector.Rendering.Publishing;
using Injector.Templates;
using Injector.Templates.Dependencies;

namespace Injector.Rendering.Templating;

/// <summary>A template's state.</summary>
internal sealed class TemplateSlot
{
    public TemplateSlot(FileTemplate template) => Template = template;

    public FileTemplate Template { get; }

    public string Destination => Template.Target.Destination;

    /// <summary>Whether it has to run.</summary>
    public bool IsDirty { get; set; } = true;

    /// <summary>Until when a change waits for company; null: it does not.</summary>
    public TimeSpan? QuietUntil { get; private set; }

    /// <summary>Everything the last pass asked for.</summary>
    public IReadOnlyCollection<Dependency> Used { get; private set; } = [];

    /// <summary>What the last pass did not get.</summary>
    public IReadOnlyCollection<Dependency> Missing { get; private set; } = [];

    /// <summary>Output that waits to be published.</summary>
    public PendingFile? Pending { get; set; }

    /// <summary>Whether the file was published, or found to be right, at least once.</summary>
    public bool WasPublished { get; set; }

    /// <summary>When its content last changed on disk, or was found to be right; null: never.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Hash of the content that was published last.</summary>
    public UInt128 ContentHash { get; set; }

    /// <summary>Whether its file was removed because the right to its secret was withdrawn.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>Failures of publishing in a row.</summary>
    public int Failures { get; set; }

    /// <summary>When publishing is tried again after a failure.</summary>
    public TimeSpan? RetryAt { get; set; }

    /// <summary>Why it does not render or cannot be published; null: nothing is wrong.</summary>
    public Diagnostic? Fault { get; set; }

    public TimeSpan FaultReportedAt { get; set; }

    /// <summary>Whether <see cref="Fault"/> comes from the template itself.</summary>
    public bool IsBroken { get; private set; }

    private TimeSpan _changedFirst;

    public bool Uses(Dependency dependency)
    {
        foreach (var used in Used)
        {
            if (used.Equals(dependency))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One of its dependencies changed.</summary>
    public void Touch(TimeSpan now, ChangeTiming timing)
    {
        if (Template.Quiet is not { } quiet || timing == ChangeTiming.AtOnce)
        {
            IsDirty = true;
            return;
        }

        if (QuietUntil is null)
        {
            _changedFirst = now;
        }

        var quietEnd = now + quiet.Min;
        var latest = _changedFirst + quiet.Max;
        QuietUntil = quietEnd < latest ? quietEnd : latest;
    }

    /// <summary>Runs it when it has to. True when it did.</summary>
    public bool RunIfDue(ITemplateHost host, TimeSpan now)
    {
        if (QuietUntil <= now)
        {
            QuietUntil = null;
            IsDirty = true;
        }

        if (!IsDirty)
        {
            return false;
        }

        IsDirty = false;
        var result = Template.Render(host);
        Used = result.Used;
        Missing = result.Missing;
        IsBroken = result.Missing.Count == 0 && result.Error is not null;
        if (IsBroken && result.Error is { } error)
        {
            Pending = null;
            Fault = error.ToDiagnostic(Destination);
        }
        else if (SandboxRule.Check(Template, result) is { } breach)
        {
            Break(breach);
        }
        else if (result.IsComplete)
        {
            Pending = new PendingFile(Template.Target, result.Output);
            Fault = Failures > 0 ? Fault : null;
            RetryAt = null;
            Writes = result.Writes;
        }

        return true;
    }

    /// <summary>It cannot be rendered for a reason that lies outside of the template.</summary>
    public void Break(Diagnostic fault)
    {
        IsBroken = true;
        Pending = null;
        Fault = fault;
    }

    /// <summary>Further files of the last complete pass.</summary>
    public IReadOnlyList<FileWrite> Writes { get; set; } = [];
}
