using System.Globalization;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Contracts.Agent.Reading;

internal static class TemplateSection
{
    public static TemplateEntry Read(Section section)
    {
        var contents = section.Text("contents");
        var source = section.Text("source");
        var destination = section.Text("destination");
        CheckText(section, contents, source);
        if (string.IsNullOrEmpty(destination))
        {
            section.Report(Catalogue.Agent.MissingKey, "template", "destination");
        }

        var exec = CommandSection.Read(section);
        var entry = new TemplateEntry
        {
            Destination = Tidy(destination ?? ""),
            Contents = contents,
            Source = string.IsNullOrEmpty(source) ? null : source,
            LeftDelimiter = section.Text("left_delimiter"),
            RightDelimiter = section.Text("right_delimiter"),
            Perms = section.Mode("perms") is { } mode ? "0" + Convert.ToString(mode, 8) : null,
            Command = section.IsList("command") || exec is not null ? null : section.Text("command"),
            CommandTimeout = section.Duration("command_timeout"),
            Exec = exec,
            ErrorOnMissingKey = section.Flag("error_on_missing_key", false),
            ErrorFatal = section.Flag("error_fatal", true),
            CreateDestinationFolders = section.Flag("create_dest_dirs", true),
            Backup = section.Flag("backup", false),
            User = section.Scalar("user") ?? section.Scalar("uid"),
            Group = section.Scalar("group") ?? section.Scalar("gid"),
            FunctionDenylist = [.. section.Texts("function_denylist"), .. section.Texts("function_blacklist")],
            SandboxPath = section.Text("sandbox_path"),
            Wait = ReadWait(section),
        };
        section.Close(UnknownKeys.Refuse);
        return entry;
    }

    public static TemplateSettings ReadSettings(Section? section)
    {
        if (section is null)
        {
            return new TemplateSettings();
        }

        var threshold = section.Number("lease_renewal_threshold") ?? 0;
        if (threshold is < 0 or > 1)
        {
            section.Report(Catalogue.Agent.UnknownChoice, "lease_renewal_threshold", threshold.ToString(CultureInfo.InvariantCulture), "numbers above 0 up to 1");
        }

        var settings = new TemplateSettings
        {
            ExitOnRetryFailure = section.Flag("exit_on_retry_failure", false),
            StaticSecretRenderInterval = section.Duration("static_secret_render_interval"),
            MaxConnectionsPerHost = (long)(section.Number("max_connections_per_host") ?? 0),
            LeaseRenewalThreshold = threshold,
        };
        section.Close(UnknownKeys.Warn);
        return settings;
    }

    public static void CheckText(Section section, string? contents, string? source)
    {
        if (contents is not null && !string.IsNullOrEmpty(source))
        {
            section.Report(Catalogue.Agent.Conflict, "contents", "source");
        }
        else if (contents is null && string.IsNullOrEmpty(source))
        {
            section.Report(Catalogue.Agent.MissingKey, section.Name, "contents or source");
        }
    }

    private static WaitSettings? ReadWait(Section section)
    {
        if (!section.Has("wait"))
        {
            return null;
        }

        if (!section.IsObject("wait"))
        {
            var parts = (section.Text("wait") ?? "").Split(':', 2);
            if (parts.All(part => DurationText.TryParse(part, out _)))
            {
                return InOrder(section, new WaitSettings(parts[0], parts.Length > 1 ? parts[1] : null));
            }

            section.Report(Catalogue.Agent.WrongValue, "wait", "template", "min:max");
            return null;
        }

        var block = section.Single("wait", BlockLabel.None);
        var wait = block?.Duration("min") is { } min ? new WaitSettings(min, block.Duration("max")) : null;
        if (block?.Flag("enabled", true) == false)
        {
            wait = null;
        }

        block?.Close(UnknownKeys.Refuse);
        return InOrder(section, wait);
    }

    private static WaitSettings? InOrder(Section section, WaitSettings? wait)
    {
        if (wait?.Max is { } max && DurationText.OrDefault(max, TimeSpan.Zero) < DurationText.OrDefault(wait.Min, TimeSpan.Zero))
        {
            section.Report(Catalogue.Agent.WrongValue, "wait", "template", "a min that is not longer than its max");
        }

        return wait;
    }

    // '//' and '/./' mean nothing to the file system: without them one file has one name.
    private static string Tidy(string path) => path.Contains("//", StringComparison.Ordinal) || path.Contains("/./", StringComparison.Ordinal)
        ? string.Join('/', path.Split('/').Where((part, index) => index == 0 || (part.Length > 0 && part != "."))) + (path.EndsWith('/') ? "/" : "")
        : path;
}
