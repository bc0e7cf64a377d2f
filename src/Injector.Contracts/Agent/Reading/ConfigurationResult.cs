using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Contracts.Agent.Reading;

/// <summary>A configuration that was read, with everything there is to say about it.</summary>
/// <param name="Configuration">The configuration; use it only when there is no error.</param>
/// <param name="Diagnostics">All faults at once, section by section; errors and warnings.</param>
public sealed record ConfigurationResult(AgentConfiguration Configuration, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether the agent must not start with it.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
