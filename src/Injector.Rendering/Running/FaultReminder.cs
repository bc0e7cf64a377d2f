using Injector.Contracts.Logging;
using Injector.Rendering.Dependencies;
using Injector.Rendering.Fetching;
using Injector.Rendering.Templating;
using Injector.Vault.Login;

namespace Injector.Rendering.Running;

/// <summary>
/// Says every minute what stays broken: a pod that waits must tell why. What breaks many secrets or files for one reason, such as a sealed server or
/// a full volume, is said for one of them.
/// </summary>
internal sealed class FaultReminder
{
    private readonly RenderingReport _report;
    private readonly StandingCauses _causes;
    private VaultToken? _refused;

    public FaultReminder(RenderingReport report, StandingCauses causes) => (_report, _causes) = (report, causes);

    /// <summary>Says a new fault, unless its reason was said for another secret that still fails.</summary>
    public void Say(DependencyWatch watch, DependencyTable table, VaultToken? token, TimeSpan now)
    {
        if (Companion(watch, table) is { } companion)
        {
            watch.FaultReportedAt = companion.FaultReportedAt;
        }
        else if (watch.Fault is { } fault && IsNews(fault, token))
        {
            SayIfDue(watch, fault, now);
        }
        else
        {
            watch.FaultReportedAt = now;
        }
    }

    /// <summary>Says that a file was not published, unless the reason was said for another one.</summary>
    public void Say(TemplateSlot slot, IReadOnlyList<TemplateSlot> slots, TimeSpan now)
    {
        if (CauseOf(slot) is { } cause && IsSaidForAnother(slot, cause, slots))
        {
            slot.FaultReportedAt = now;
        }
        else
        {
            _report.Failed(slot, now);
        }
    }

    /// <summary>Says that a lease could not be extended, unless its reason is known.</summary>
    public void SayUnrenewed(DependencyWatch watch, FetchFault fault, VaultToken? token)
    {
        if (IsNews(fault, token) && _causes.IsDue(fault.SharedCause))
        {
            _report.RenewalFailed(watch, fault.Diagnostic);
        }
    }

    /// <summary>Notes how a request ended: after a success with nothing else broken every later fault is new.</summary>
    public void Note(FetchFault? fault, DependencyTable table)
    {
        if (fault is not null || !_causes.Any)
        {
            return;
        }

        foreach (var watch in table.Watches)
        {
            if (watch.Fault is not null)
            {
                return;
            }
        }

        _causes.EndAll();
    }

    // That a token is refused is said once for each token.
    private bool IsNews(FetchFault fault, VaultToken? token)
    {
        if (!fault.IsInvalidToken)
        {
            return true;
        }

        var isNews = _refused != token;
        _refused = token;
        return isNews;
    }

    public void Remind(IReadOnlyList<TemplateSlot> slots, DependencyTable table, TimeSpan now)
    {
        foreach (var watch in table.Watches)
        {
            if (watch.Fault is { } fault && now - watch.FaultReportedAt >= FaultCadence.Reminder)
            {
                SayIfDue(watch, fault, now);
                MarkCompanions(fault.SharedCause, table, now);
            }
        }

        foreach (var slot in slots)
        {
            if (slot.Fault is not null && now - slot.FaultReportedAt >= FaultCadence.Reminder)
            {
                _report.Failed(slot, now);
                MarkCompanions(CauseOf(slot), slots, now);
            }
        }
    }

    public static TimeSpan? NextDue(IReadOnlyList<TemplateSlot> slots, DependencyTable table)
    {
        TimeSpan? next = null;
        foreach (var slot in slots)
        {
            next = Moments.Earlier(next, slot.Fault is null ? null : slot.FaultReportedAt + FaultCadence.Reminder);
        }

        foreach (var watch in table.Watches)
        {
            next = Moments.Earlier(next, watch.Fault is null ? null : watch.FaultReportedAt + FaultCadence.Reminder);
        }

        return next;
    }

    private void SayIfDue(DependencyWatch watch, FetchFault fault, TimeSpan now)
    {
        if (_causes.IsDue(fault.SharedCause))
        {
            _report.Failed(watch, now);
        }
        else
        {
            watch.FaultReportedAt = now;
        }
    }

    private static DependencyWatch? Companion(DependencyWatch watch, DependencyTable table)
    {
        if (watch.Fault?.SharedCause is not { } cause)
        {
            return null;
        }

        foreach (var other in table.Watches)
        {
            if (other != watch && other.Fault?.SharedCause == cause)
            {
                return other;
            }
        }

        return null;
    }

    // What the messages of files with one trouble do not share is the name of the file.
    private static string? CauseOf(TemplateSlot slot) => slot is { Fault: { } fault, IsBroken: false }
        ? fault.Code + fault.Message.Replace(slot.Destination, string.Empty, StringComparison.Ordinal)
        : null;

    // Files fail in their order: one before this one was said in this round, one behind it in an earlier round.
    private static bool IsSaidForAnother(TemplateSlot slot, string cause, IReadOnlyList<TemplateSlot> slots)
    {
        var isBefore = true;
        foreach (var other in slots)
        {
            if (other == slot)
            {
                isBefore = false;
            }
            else if (CauseOf(other) == cause && (isBefore || other.Failures > slot.Failures))
            {
                return true;
            }
        }

        return false;
    }

    private static void MarkCompanions(string? cause, IReadOnlyList<TemplateSlot> slots, TimeSpan now)
    {
        foreach (var slot in slots)
        {
            if (cause is not null && CauseOf(slot) == cause)
            {
                slot.FaultReportedAt = now;
            }
        }
    }

    private static void MarkCompanions(string? cause, DependencyTable table, TimeSpan now)
    {
        foreach (var watch in table.Watches)
        {
            if (cause is not null && watch.Fault?.SharedCause == cause)
            {
                watch.FaultReportedAt = now;
            }
        }
    }
}
