using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Rendering.Processes;

namespace Injector.Rendering.Commands;

/// <summary>Reads the command of a <c>template</c> section.</summary>
public static class TemplateCommand
{
    /// <summary>Where an image that has a shell keeps it.</summary>
    public const string ShellPath = "/bin/sh";

    /// <summary>The command of a template; null when it has none.</summary>
    /// <param name="entry">The section.</param>
    /// <param name="shell">Path of the image's shell; null: it has none.</param>
    public static FileCommand? Of(TemplateEntry entry, string? shell)
    {
        if (entry.Exec is { } exec)
        {
            return exec.Enabled ? OfSection(exec, shell) : null;
        }

        return string.IsNullOrWhiteSpace(entry.Command)
            ? null
            : new FileCommand(entry.Command, CommandLine.Of(entry.Command, shell)) { TimeLimit = LimitOf(entry.CommandTimeout) };
    }

    /// <summary>The words of a supervised process: one text of several words is a line for a shell, as it is for a template's command.</summary>
    /// <param name="command">The list of the section.</param>
    /// <param name="shell">Path of the image's shell; null: it has none.</param>
    public static IReadOnlyList<string> WordsOf(IReadOnlyList<string> command, string? shell) =>
        command is [var line] && CommandLine.Of(line, shell) is CommandLine.Direct { Words: var words } ? words : command;

    private static FileCommand? OfSection(CommandSettings exec, string? shell)
    {
        if (exec.Command.Count == 0)
        {
            return null;
        }

        var text = string.Join(' ', exec.Command);
        var isOneText = exec.Command.Count == 1 && !exec.IsList;
        return new FileCommand(text, isOneText ? CommandLine.Of(text, shell) : new CommandLine.Direct(exec.Command))
        {
            TimeLimit = LimitOf(exec.Timeout),
            KillSignal = exec.KillSignal is { } name && SignalNumber.Find(name) is { } signal ? signal : SignalNumber.Kill,
            KillGrace = DurationText.OrDefault(exec.KillTimeout, TimeSpan.Zero),
            Splay = DurationText.OrDefault(exec.Splay, TimeSpan.Zero),
            Environment = new EnvironmentRules
            {
                Inheritance = exec.Environment.Pristine ? EnvironmentInheritance.Pristine : EnvironmentInheritance.Inherited,
                Allowed = exec.Environment.Allowlist,
                Denied = exec.Environment.Denylist,
                Added = exec.Environment.Custom,
            },
        };
    }

    private static TimeSpan LimitOf(string? text) => DurationText.OrDefault(text, FileCommand.DefaultTimeLimit);
}
