using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;

namespace Injector.Injection.Reporting;

/// <summary>Everything that was found out about one pod: all faults and warnings together.</summary>
internal sealed class Report
{
    private readonly InjectionPreset _preset;
    private List<Fault>? _faults;
    private List<Diagnostic>? _warnings;

    public Report(InjectionPreset preset) => _preset = preset;

    public bool HasFaults => _faults is not null;

    /// <summary>In the reference's order. What two containers have in common is said once.</summary>
    public IReadOnlyList<Fault> Faults =>
        _faults is null ? [] : [.. _faults.OrderBy(fault => fault.Stage).ThenBy(fault => fault.Order).DistinctBy(fault => fault.Diagnostic)];

    public IReadOnlyList<Diagnostic> Warnings => _warnings ?? [];

    public void Deny(DenialStage stage, Diagnostic diagnostic, string words = "") =>
        (_faults ??= []).Add(new Fault(stage, ReferenceOrder.Of(stage, diagnostic.Subject), words, diagnostic));

    public void Warn(Diagnostic diagnostic) => (_warnings ??= []).Add(diagnostic);

    /// <summary>For what the reference lets pass although it cannot work as written: a warning in the preset compatible, a fault in the others.</summary>
    public void DenyUnlessCompatible(Diagnostic diagnostic)
    {
        if (_preset == InjectionPreset.Compatible)
        {
            Warn(diagnostic with { Severity = DiagnosticSeverity.Warning });
        }
        else
        {
            Deny(DenialStage.Beyond, diagnostic);
        }
    }

    public void DenyIfRestricted(string key, string value, string reason)
    {
        if (_preset == InjectionPreset.Restricted)
        {
            Deny(DenialStage.Beyond, Catalogue.Injection.RefusedByPreset.For(key, key, value, reason));
        }
    }
}
