using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Contracts.Agent.Reading;

/// <summary>The command of a template: a text, a list, or an <c>exec</c> block.</summary>
internal static class CommandSection
{
    /// <returns>The settings of a list or block; null when there is at most a plain text.</returns>
    public static CommandSettings? Read(Section template)
    {
        var block = template.Single("exec", BlockLabel.None);
        if (block is null)
        {
            return template.IsList("command") && template.Texts("command") is { Count: > 0 } words
                ? new CommandSettings { Command = words, IsList = true, Timeout = template.Duration("command_timeout") }
                : null;
        }

        if (template.Has("command"))
        {
            template.Report(Catalogue.Agent.Conflict, "command", "exec");
        }

        var settings = new CommandSettings
        {
            Command = block.Texts("command"),
            IsList = block.IsList("command"),
            Timeout = block.Duration("timeout") ?? template.Duration("command_timeout"),
            Enabled = block.Flag("enabled", true),
            KillSignal = block.Text("kill_signal"),
            KillTimeout = block.Duration("kill_timeout"),
            Splay = block.Duration("splay"),
            Environment = ReadEnvironment(block.Single("env", BlockLabel.None)),
        };
        block.Ignore("reload_signal");
        block.Close(UnknownKeys.Refuse);
        return settings.Command.Count == 0 ? null : settings;
    }

    private static CommandEnvironment ReadEnvironment(Section? section)
    {
        if (section is null)
        {
            return new CommandEnvironment();
        }

        var environment = new CommandEnvironment
        {
            Pristine = section.Flag("pristine", false),
            Custom = section.Texts("custom"),
            Allowlist = [.. section.Texts("allowlist"), .. section.Texts("whitelist")],
            Denylist = [.. section.Texts("denylist"), .. section.Texts("blacklist")],
        };
        section.Close(UnknownKeys.Refuse);
        return environment;
    }
}
