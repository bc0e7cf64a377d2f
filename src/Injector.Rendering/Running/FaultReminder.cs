using Injector.Rendering.Dependencies;
using Injector.Rendering.Templating;

namespace Injector.Rendering.Running;

/// <summary>Says every minute what stays broken: a pod that waits must tell why.</summary>
internal sealed class FaultReminder
{
    private readonly RenderingReport _report;

    public FaultReminder(RenderingReport report) => _report = report;

    public void Remind(IReadOnlyList<TemplateSlot> slots, DependencyTable table, TimeSpan now)
    {
        foreach (var watch in table.Watches)
        {
            if (watch.Fault is not null && now - watch.FaultReportedAt >= RenderingReport.Reminder)
            {
                _report.Failed(watch, now);
            }
        }

        foreach (var slot in slots)
        {
            if (slot.Fault is not null && now - slot.FaultReportedAt >= RenderingReport.Reminder)
            {
                _report.Failed(slot, now);
            }
        }
    }

    public static TimeSpan? NextDue(IReadOnlyList<TemplateSlot> slots, DependencyTable table)
    {
        TimeSpan? next = null;
        foreach (var slot in slots)
        {
            next = Moments.Earlier(next, slot.Fault is null ? null : slot.FaultReportedAt + RenderingReport.Reminder);
        }

        foreach (var watch in table.Watches)
        {
            next = Moments.Earlier(next, watch.Fault is null ? null : watch.FaultReportedAt + RenderingReport.Reminder);
        }

        return next;
    }
}
