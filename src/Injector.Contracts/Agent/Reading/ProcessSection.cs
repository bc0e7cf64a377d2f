using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Contracts.Agent.Reading;

/// <summary>The supervised process and its variables.</summary>
internal static class ProcessSection
{
    public static SupervisedProcess? Read(Section? section)
    {
        if (section is null)
        {
            return null;
        }

        var command = section.Texts("command");
        if (command.Count == 0)
        {
            section.Report(Catalogue.Agent.MissingKey, "exec", "command");
        }

        var restart = section.Text("restart_on_secret_changes") ?? "always";
        if (restart is not ("always" or "never"))
        {
            section.Report(Catalogue.Agent.UnknownChoice, "restart_on_secret_changes", restart, "always, never");
        }

        var process = new SupervisedProcess
        {
            Command = command,
            RestartOnSecretChanges = restart == "always",
            RestartStopSignal = section.Text("restart_stop_signal"),
            OutputFile = section.Text("child_process_stdout") is { Length: > 0 } output ? output : null,
            ErrorFile = section.Text("child_process_stderr") is { Length: > 0 } errors ? errors : null,
        };
        section.Close(UnknownKeys.Refuse);
        return process;
    }

    public static EnvironmentTemplate ReadTemplate(Section section)
    {
        var contents = section.Text("contents");
        var source = section.Text("source");
        TemplateSection.CheckText(section, contents, source);
        var name = section.Label ?? section.Text("name");
        if (string.IsNullOrEmpty(name))
        {
            section.Report(Catalogue.Agent.MissingKey, "env_template", "a name as label");
        }

        if (name?.AsSpan().ContainsAny('=', '\0') == true)
        {
            section.Report(Catalogue.Agent.WrongValue, "name", "env_template", "a name without '='");
        }

        var template = new EnvironmentTemplate
        {
            Name = name ?? "",
            Contents = contents,
            Source = source,
            LeftDelimiter = section.Text("left_delimiter"),
            RightDelimiter = section.Text("right_delimiter"),
            ErrorOnMissingKey = section.Flag("error_on_missing_key", false),
        };
        section.Close(UnknownKeys.Refuse);
        return template;
    }
}
