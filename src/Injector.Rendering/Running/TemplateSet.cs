using System.Globalization;
using Injector.Contracts.Diagnostics;
using Injector.Rendering.Dependencies;
using Injector.Rendering.Templating;
using Injector.Templates.Dependencies;

namespace Injector.Rendering.Running;

/// <summary>All templates of the process: runs those that have to run, and forgets what none of them uses.</summary>
internal sealed class TemplateSet
{
    private readonly List<TemplateSlot> _slots = [];
    private readonly DependencyTable _table;
    private readonly AgentTemplateHost _host;
    private readonly RenderingReport _report;

    public TemplateSet(IReadOnlyList<FileTemplate> templates, DependencyTable table, AgentTemplateHost host, RenderingReport report)
    {
        _table = table;
        _host = host;
        _report = report;
        foreach (var template in templates)
        {
            _slots.Add(new TemplateSlot(template));
        }
    }

    public IReadOnlyList<TemplateSlot> Slots => _slots;

    /// <summary>Whether every template was published once, or is broken in a way that hinders nobody.</summary>
    public bool AreSettled => _slots.TrueForAll(slot => slot.WasPublished || (slot.IsBroken && slot.Template.Failure == TemplateFailure.Reported));

    public TemplateSlot? Find(string destination) => _slots.Find(slot => slot.Destination == destination);

    /// <summary>A dependency changed, or is there again.</summary>
    public void Touch(Dependency dependency, bool hasNewValue, TimeSpan now, ChangeTiming timing)
    {
        foreach (var slot in _slots)
        {
            // A file that was removed while its secret was forbidden comes back even if the secret is the same.
            if ((hasNewValue || slot.IsWithdrawn) && slot.Uses(dependency))
            {
                slot.Touch(now, timing);
            }
        }
    }

    /// <summary>Runs the templates that have to run.</summary>
    public void Run(HandOverKeeper handOver, TimeSpan now, ChangeTiming timing)
    {
        var hasRun = RunDue(now);

        // What templates have just asked for may be handed over; then they go on at once.
        while (hasRun && Revive(handOver, now, timing))
        {
            RunDue(now);
        }

        if (hasRun)
        {
            ForgetUnused();
        }
    }

    /// <summary>Answers what was handed over. True when something was.</summary>
    public bool Revive(HandOverKeeper handOver, TimeSpan now, ChangeTiming timing)
    {
        var revived = handOver.Revive(_table, now);
        foreach (var dependency in revived)
        {
            Touch(dependency, true, now, timing);
        }

        return revived.Count > 0;
    }

    private bool RunDue(TimeSpan now)
    {
        var hasRun = false;
        foreach (var slot in _slots)
        {
            var known = slot.Fault;
            if (!slot.RunIfDue(_host, now))
            {
                continue;
            }

            hasRun = true;
            CheckLimit(slot);
            if (slot.IsBroken && slot.Fault != known)
            {
                _report.Failed(slot, now);
            }
        }

        return hasRun;
    }

    private void CheckLimit(TemplateSlot slot)
    {
        foreach (var missing in slot.Missing)
        {
            if (_table.Find(missing) is null)
            {
                slot.Break(Catalogue.Publishing.TooManySecrets.For(
                    slot.Destination,
                    slot.Destination,
                    DependencyTable.Limit.ToString(CultureInfo.InvariantCulture)));
                return;
            }
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
}
