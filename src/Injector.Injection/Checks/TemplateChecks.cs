using System.Collections.Concurrent;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;
using Injector.Injection.Agents;
using Injector.Injection.Annotations;
using Injector.Injection.Secrets;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Checks;

/// <summary>
/// Parses the templates of a pod. Pods of one workload carry the same texts, and a rollout sends hundreds of them: what was found out about a text is
/// remembered.
/// </summary>
internal sealed class TemplateChecks
{
    private const int Remembered = 1024;

    private readonly ConcurrentDictionary<TemplateText, TemplateVerdict> _verdicts = new();

    public void Run(AgentPlan plan, AnnotationReader reader)
    {
        if (plan.UsesConfigMap)
        {
            return;
        }

        foreach (var secret in plan.Secrets)
        {
            if (secret.Source.Length == 0 && !secret.IsDefaultTemplate && VerdictOf(secret) is { IsGood: false } verdict)
            {
                Tell(plan, reader, secret, verdict);
            }
        }
    }

    // HashiCorp's agent has the last word about its own templates: what we think of them is a warning.
    private static void Tell(AgentPlan plan, AnnotationReader reader, SecretFile secret, TemplateVerdict verdict)
    {
        var key = reader.Annotations.TryGet(Template.For(secret.Name), out var entry) ? entry.Key : Secret.For(secret.Name);
        var diagnostic = Catalogue.Injection.TemplateInvalid.For(key, key, verdict.Line, verdict.Column, verdict.Message);
        if (plan.Engine == AgentEngine.Vault)
        {
            reader.Report.Warn(diagnostic with { Severity = DiagnosticSeverity.Warning });
        }
        else
        {
            reader.Report.DenyUnlessCompatible(diagnostic);
        }
    }

    private TemplateVerdict VerdictOf(SecretFile secret)
    {
        if (_verdicts.Count > Remembered)
        {
            _verdicts.Clear();
        }

        return _verdicts.GetOrAdd(new TemplateText(secret.Contents, secret.LeftDelimiter, secret.RightDelimiter), static text => TemplateVerdict.Of(text));
    }
}
