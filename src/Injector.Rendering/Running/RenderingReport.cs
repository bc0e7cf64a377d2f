using System.Globalization;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Rendering.Commands;
using Injector.Rendering.Dependencies;
using Injector.Rendering.Publishing;
using Injector.Rendering.Templating;

namespace Injector.Rendering.Running;

/// <summary>Says what happens: every change at once, what stays broken at most every minute.</summary>
internal sealed class RenderingReport
{
    private const string Source = "template.server";

    private readonly IEventLog _log;

    public RenderingReport(IEventLog log) => _log = log;

    /// <summary>The last fault that was said, for the termination message.</summary>
    public Diagnostic? LastFault { get; private set; }

    public void Failed(DependencyWatch watch, TimeSpan now)
    {
        if (watch.Fault is not { } fault)
        {
            return;
        }

        watch.FaultReportedAt = now;
        LastFault = fault.Diagnostic;
        _log.Write(
            LevelOf(fault.Diagnostic),
            Source,
            "template server error: a secret cannot be fetched",
            [
                new EventField("secret", watch.Dependency.Name),
                .. fault.Diagnostic.Fields(),
                new EventField("failures", watch.Failures.ToString(CultureInfo.InvariantCulture)),
                new EventField("next_try", Seconds((watch.Due ?? now) - now)),
            ]);
    }

    public void Failed(TemplateSlot slot, TimeSpan now)
    {
        if (slot.Fault is not { } fault)
        {
            return;
        }

        slot.FaultReportedAt = now;
        LastFault = fault;
        _log.Write(
            LevelOf(fault),
            Source,
            slot.IsBroken ? "template server error: a file cannot be rendered" : "template server error: a file cannot be published",
            [new EventField("destination", slot.Destination), .. fault.Fields()]);
    }

    public void Recovered(DependencyWatch watch) =>
        _log.Write(EventLevel.Info, Source, "secret is available again", new EventField("secret", watch.Dependency.Name));

    public void LeaseEnded(DependencyWatch watch)
    {
        if (_log.IsEnabled(EventLevel.Info))
        {
            _log.Write(EventLevel.Info, Source, "lease is not extended any further; fetching the secret anew", new EventField("secret", watch.Dependency.Name));
        }
    }

    public void RenewalFailed(DependencyWatch watch, Diagnostic fault) => _log.Write(
        EventLevel.Warn,
        Source,
        "lease could not be renewed",
        new EventField("secret", watch.Dependency.Name),
        new EventField("code", fault.Code),
        new EventField("error", fault.Message));

    public void CommandFailed(CommandRun run, Diagnostic fault)
    {
        LastFault = fault;
        _log.Write(LevelOf(fault), Source, "command failed", [new EventField("destination", run.Destination), .. fault.Fields()]);
    }

    public void Note(Diagnostic fault) => _log.Write(LevelOf(fault), Source, "template server notice", fault.Fields());

    public void Published(PublishedFile file)
    {
        if (file.Change == FileChange.None)
        {
            if (_log.IsEnabled(EventLevel.Debug))
            {
                _log.Write(EventLevel.Debug, Source, "file is unchanged", new EventField("destination", file.Target.Destination));
            }

            return;
        }

        _log.Write(
            EventLevel.Info,
            Source,
            file.Change == FileChange.Content ? "rendered file" : "repaired mode or owner of file",
            new EventField("destination", file.Target.Destination));
    }

    private static EventLevel LevelOf(Diagnostic fault) => fault.Severity == DiagnosticSeverity.Error ? EventLevel.Error : EventLevel.Warn;

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + "s";
}
