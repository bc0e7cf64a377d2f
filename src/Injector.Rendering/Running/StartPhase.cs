using System.Globalization;
using Injector.Contracts.Agent;
using Injector.Rendering.Dependencies;
using Injector.Rendering.Fetching;
using Injector.Rendering.Templating;
using Injector.Vault.Faults;

namespace Injector.Rendering.Running;

/// <summary>Decides whether the process gives up before its files were published for the first time.</summary>
internal sealed class StartPhase
{
    /// <summary>A refusal counts when it was given twice: a lagging node may give one by mistake.</summary>
    private const int Confirmed = 2;

    private readonly RenderingSettings _settings;
    private TimeSpan? _since;

    public StartPhase(RenderingSettings settings) => _settings = settings;

    private bool MayEnd => _settings.InitPatience is not null || _settings.StartFailure == StartFailure.Exit;

    private TimeSpan Patience => _settings.InitPatience ?? _settings.Retry.Patience;

    /// <summary>The first token is there: from now on it is the secrets that are waited for.</summary>
    public void Begin(TimeSpan now) => _since ??= now;

    /// <summary>When a decision is due even if nothing happens until then; null: never.</summary>
    public TimeSpan? NextDue => MayEnd && _since is { } since ? since + Patience : null;

    /// <summary>The end of the process, or null to go on.</summary>
    public RenderingOutcome? Judge(IReadOnlyList<TemplateSlot> slots, DependencyTable table, TimeSpan now)
    {
        if (!MayEnd)
        {
            return null;
        }

        return JudgeTemplates(slots, now) ?? JudgeSecrets(table, now);
    }

    private RenderingOutcome? JudgeTemplates(IReadOnlyList<TemplateSlot> slots, TimeSpan now)
    {
        foreach (var slot in slots)
        {
            if (slot.IsBroken && slot.Template.Failure == TemplateFailure.Fatal)
            {
                return new RenderingOutcome(ExitCodes.TemplateFailed, slot.Fault);
            }

            if (slot.Failures >= Confirmed && _since + Patience <= now)
            {
                return new RenderingOutcome(ExitCodes.PublishingFailed, slot.Fault);
            }
        }

        return null;
    }

    private RenderingOutcome? JudgeSecrets(DependencyTable table, TimeSpan now)
    {
        var isOver = _since + Patience <= now;
        foreach (var watch in table.Watches)
        {
            if (watch.Value is not null)
            {
                continue;
            }

            if (watch.Fault is { Persistence: FaultPersistence.Lasting } refusal
                && watch.Failures >= Confirmed
                && (_settings.InitPatience is not null || watch.FailingSince + Patience <= now))
            {
                return new RenderingOutcome(ExitCodes.SecretUnavailable, refusal.Diagnostic);
            }

            if (isOver && watch.Fault is { Persistence: FaultPersistence.Transient } fault
                && (_settings.InitPatience is not null || watch.FailingSince + Patience <= now))
            {
                return new RenderingOutcome(ExitCodes.VaultUnreachable, fault.Diagnostic);
            }

            if (isOver && watch.Fault is null && watch.Job is not null && _settings.InitPatience is not null)
            {
                return new RenderingOutcome(ExitCodes.VaultUnreachable, NoAnswer(watch));
            }
        }

        return null;
    }

    private Contracts.Diagnostics.Diagnostic NoAnswer(DependencyWatch watch) => new VaultFault(
        VaultFaultKind.TimedOut,
        0,
        watch.Dependency.Name,
        [string.Create(CultureInfo.InvariantCulture, $"no answer within {Patience.TotalSeconds:0} s")]).ToDiagnostic();
}
