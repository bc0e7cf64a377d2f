using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Contracts.Agent.Reading;

/// <summary>Our own section. Our webhook writes it, and may be newer than the agent of a pinned image: what this agent does not know is only said.</summary>
internal static class InjectorSection
{
    public static InjectorSettings? Read(Section? section)
    {
        if (section is null)
        {
            return null;
        }

        var settings = new InjectorSettings
        {
            InitPatience = section.Duration("init_patience"),
            InitDeadline = section.Duration("init_deadline"),
            Volumes = [.. section.Sections("volumes", BlockLabel.None).Select(ReadVolume)],
            HandOver = section.Text("hand_over"),
            RevokeOnShutdown = section.Flag("revoke_on_shutdown", false),
            RevokeGrace = section.Duration("revoke_grace"),
            Publishing = Choice(section, "publishing", "generations", "files"),
            OnWithdrawn = Choice(section, "on_withdrawn", "keep", "delete"),
            MetricsAddress = section.Text("metrics_address"),
        };
        section.Close(UnknownKeys.Warn);
        return settings;
    }

    private static PublishedVolume ReadVolume(Section section)
    {
        var path = section.Text("path");
        if (string.IsNullOrEmpty(path))
        {
            section.Report(Catalogue.Agent.MissingKey, "injector.volumes", "path");
        }

        var volume = new PublishedVolume(path ?? "", Choice(section, "publishing", "generations", "files"));
        section.Close(UnknownKeys.Warn);
        return volume;
    }

    private static string? Choice(Section section, string key, string first, string second)
    {
        var value = section.Text(key);
        if (value is not null && value != first && value != second)
        {
            section.Report(Catalogue.Agent.UnknownChoice, key, value, $"{first}, {second}");
        }

        return value;
    }
}
