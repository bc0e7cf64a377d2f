using Injector.Agent.Platform;
using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Rendering.Commands;
using Injector.Rendering.Fetching;
using Injector.Rendering.Leases;
using Injector.Rendering.Processes;
using Injector.Rendering.Publishing;
using Injector.Rendering.Running;
using Injector.Rendering.Storage;
using Injector.Rendering.Templating;

namespace Injector.Agent.Hosting;

/// <summary>Translates the configuration's templates into what rendering needs.</summary>
internal static class RenderingSetup
{
    public static RenderingSurroundings Surroundings(AgentSettings settings, PartTools tools) =>
        new(tools.Time, tools.Chance, new LinuxFileSystem(), settings.Environment.GetValueOrDefault, tools.Log)
        {
            Commands = new CommandSurroundings(new LinuxProcessStarter(), settings.Environment, ConnectionVariableList.Of(settings.Connection)),
            Causes = tools.Causes,
            Idle = settings.Configuration.ExitAfterAuth ? null : new HeapTrim(tools.Time).Trim,
        };

    /// <returns>The settings; null when there is nothing to render or to hand over, or when a template cannot be used.</returns>
    public static (RenderingSettings? Settings, IReadOnlyList<Diagnostic> Faults) Create(AgentSettings settings, HandOver handOver)
    {
        var configuration = settings.Configuration;
        var faults = new List<Diagnostic>();
        var setup = new TemplateSetup(faults);
        List<FileTemplate> templates = [.. configuration.Templates.Select(setup.Create).OfType<FileTemplate>(), .. configuration.EnvironmentTemplates.Select(setup.Create).OfType<FileTemplate>()];
        if (faults.Count > 0 || (templates.Count == 0 && !HandsTokenOver(configuration, handOver)))
        {
            return (null, faults);
        }

        return (new RenderingSettings
        {
            Templates = templates,
            Volumes = VolumesOf(configuration),
            Completion = configuration.ExitAfterAuth ? Completion.AfterFirstPublication : Completion.WhenStopped,
            Refresh = RefreshOf(configuration.TemplateSettings),
            Retry = RetryOf(configuration),
            StartFailure = configuration.TemplateSettings.ExitOnRetryFailure ? StartFailure.Exit : StartFailure.KeepTrying,
            InitPatience = DurationText.TryParse(configuration.Injector?.InitPatience, out var patience) ? patience : null,
            Withdrawn = configuration.Injector?.OnWithdrawn == "delete" ? WithdrawnSecret.DeleteFiles : WithdrawnSecret.KeepFiles,
            HandOver = handOver.Store,
            HandedOver = handOver.State,
        }, faults);
    }

    // A pod that wants the token only still has one login for init container and sidecar. A wrapped token is not ours to hand over.
    private static bool HandsTokenOver(AgentConfiguration configuration, HandOver handOver) =>
        handOver.Store is not null && configuration.AutoAuth is { Method.WrapTtl: null };

    private static VolumeRoots VolumesOf(AgentConfiguration configuration)
    {
        var style = StyleOf(configuration.Injector?.Publishing, configuration.Injector is null ? PublishingStyle.PlainFiles : PublishingStyle.Generations);
        var known = (configuration.Injector?.Volumes ?? []).Select(volume => new VolumeRoot(volume.Path, StyleOf(volume.Publishing, style)));
        return VolumeRoots.For(known, configuration.Templates.Select(template => template.Destination), style);
    }

    private static PublishingStyle StyleOf(string? word, PublishingStyle fallback) => word switch
    {
        "generations" => PublishingStyle.Generations,
        "files" => PublishingStyle.PlainFiles,
        _ => fallback,
    };

    private static RefreshSettings RefreshOf(TemplateSettings settings)
    {
        var defaults = new RefreshSettings();
        return new RefreshSettings
        {
            StaticInterval = DurationText.OrDefault(settings.StaticSecretRenderInterval, defaults.StaticInterval) is var interval && interval > TimeSpan.Zero
                ? interval
                : defaults.StaticInterval,
            Threshold = settings.LeaseRenewalThreshold > 0 ? settings.LeaseRenewalThreshold : defaults.Threshold,
        };
    }

    private static FetchRetry RetryOf(AgentConfiguration configuration)
    {
        var defaults = new FetchRetry();
        var method = configuration.AutoAuth?.Method;
        return new FetchRetry
        {
            Attempts = configuration.Vault.NumRetries is { } attempts and not 0 ? attempts : defaults.Attempts,
            Base = DurationText.OrDefault(method?.MinBackoff, defaults.Base),
            Cap = DurationText.OrDefault(method?.MaxBackoff, defaults.Cap),
        };
    }
}
