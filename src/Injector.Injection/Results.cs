using System.Globalization;
using Injector.Contracts.Injection;
using Injector.Injection.Agents;
using Injector.Injection.Annotations;
using Injector.Injection.Reporting;

namespace Injector.Injection;

/// <summary>Makes answers.</summary>
internal static class Results
{
    private static readonly string Version = typeof(Results).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public static InjectionResult Allowed(InjectionDecision decision, string reason) => new() { Decision = decision, ReasonCode = reason };

    public static InjectionResult Denied(Report report)
    {
        var faults = report.Faults;
        return new InjectionResult
        {
            Decision = InjectionDecision.Denied,
            ReasonCode = faults[0].Diagnostic.Code,
            Message = DenialMessage.Of(faults),
            Diagnostics = [.. faults.Select(fault => fault.Diagnostic), .. report.Warnings],
            Warnings = AdmissionWarnings.Of(report.Warnings),
        };
    }

    public static InjectionResult Injected(AgentPlan plan, InjectionSettings settings, AnnotationReader reader, ReadOnlyMemory<byte> patch) => new()
    {
        Decision = InjectionDecision.Injected,
        ReasonCode = ReasonCodes.Injected,
        Patch = patch,
        Diagnostics = reader.Report.Warnings,
        Warnings = AdmissionWarnings.Of(reader.Report.Warnings),
        AuditAnnotations = Audit(plan, settings, reader.Annotations),
        SecretCount = plan.Secrets.Count,
        Kind = plan.Layout switch
        {
            AgentLayout.None => InjectionKind.None,
            AgentLayout.InitOnly => InjectionKind.InitOnly,
            AgentLayout.Pair => InjectionKind.InitAndSidecar,
            _ => InjectionKind.SidecarOnly,
        },
    };

    private static Dictionary<string, string> Audit(AgentPlan plan, InjectionSettings settings, AnnotationSet annotations)
    {
        var audit = new Dictionary<string, string>
        {
            ["version"] = Version,
            ["engine"] = plan.Engine == AgentEngine.Vault ? "vault" : "injector",
            ["preset"] = settings.Preset.ToString().ToLowerInvariant(),
            ["mode"] = plan.Layout switch
            {
                AgentLayout.None => "none",
                AgentLayout.InitOnly => "init-only",
                AgentLayout.SidecarOnly => "sidecar-only",
                AgentLayout.Pair => "classic",
                _ => "native",
            },
            ["secrets"] = plan.Secrets.Count.ToString(CultureInfo.InvariantCulture),
        };
        AddOrigin(audit, "from-namespace", annotations.Given.Where(entry => entry.Origin == AnnotationOrigin.Namespace).Select(entry => entry.Name));
        AddOrigin(audit, "from-installation", settings.AnnotationDefaults.Keys.Where(name => !annotations.Given.Any(entry => entry.Name == name)));
        return audit;
    }

    private static void AddOrigin(Dictionary<string, string> audit, string key, IEnumerable<string> names)
    {
        var list = string.Join(',', names.Order(StringComparer.Ordinal));
        if (list.Length > 0)
        {
            audit[key] = list;
        }
    }
}
